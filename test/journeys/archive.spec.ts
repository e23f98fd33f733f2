import { aJourney } from '#test/journeys/support/journey';
import { cleanRecord, isPlanned, isSupervised } from '#test/journeys/support/daily';

const archive = 'archives/daily-d-1';

/** b.10 督导档案, of a daily supervision that found nothing. */
describe('the archive of a supervision', () => {
  const journey = aJourney(async (started) => {
    await started.schools('a-1');
    await started.supervisors('one');
    await isPlanned(started);
    await isSupervised(started, 'd-1');
    await started.as('supervisor-p-one').does('daily-cases/d-1/submit-record', { form: cleanRecord('C2.05'), signed: true });
    await started.as('fuzhou').does('daily-cases/d-1/review-record', { reasons: '无问题' });
  });
  const as = (persona: string) => journey().as(persona);

  it('is sealed once the matter is closed, by the centre that led it', async () => {
    await as('fuzhou').isRefused('422 b.10 档案法第十四条 专项督导结案、日常督导办结或者举报归档之后,才能归档封存。', `${archive}/seal-archive-package`);
    await as('fuzhou').does('daily-cases/d-1/decide-no-measure', { reasons: '无问题' });
    expect(await as('fuzhou').toDo()).toContain('SealArchivePackage');
    await as('xiamen').isRefused('403 R1.5-3 第一章五 设区市中心(含平潭)只办理所辖范围内的质量督导事项。', `${archive}/seal-archive-package`);
    await as('fuzhou').does(`${archive}/seal-archive-package`);
    expect(await as('fuzhou').toDo()).not.toContain('SealArchivePackage');
    expect(await as('fuzhou').reads(archive)).toMatchObject({ state: 'SEALED', version: 1, keepUntil: '2031-12-01' });
    expect(await as('auditor').reads(`${archive}/package`)).toMatchObject({ matches: true, since: 0 });
  });

  it('is opened by who may and says why; the supervised and the supervisor do not know of it', async () => {
    await as('fuzhou').does(`${archive}/access-archive`, { reason: '复核' });
    for (const persona of ['agency-a-1', 'supervisor-p-one', 'xiamen']) await as(persona).findsNothingAt(archive);
    await as('agency-a-1').isRefused('403 R2.7(四) 第二章七 督导情况记录不得擅自公开,督导档案只供保管的中心、省级单位和审计调阅。', `${archive}/access-archive`, { reason: '好奇' });
  });

  it('is kept until a day that the clock brings, and longer where that is decided', async () => {
    await as('fuzhou').isRefused('422 b.10 档案法实施条例第二十四条 保管期限(D-13)届满之后才能鉴定、销毁档案。', `${archive}/propose-archive-disposal`, { appraisal: '无保存价值' });
    await as('fuzhou').isRefused('422 b.10 档案法实施条例第二十四条 保管期限(D-13)只能延长,不得缩短。', `${archive}/extend-archive-retention`, { keepUntil: '2030-01-01', reason: '无' });
    await journey().comes('2031-12-02');
    expect(await as('fuzhou').reads(archive)).toMatchObject({ state: 'RETENTION_ENDED' });
    expect(await as('fuzhou').toDo('&urgency=OVERDUE')).toContain('ProposeArchiveDisposal 2031-12-01');
    await as('fuzhou').does(`${archive}/extend-archive-retention`, { keepUntil: '2032-12-01', reason: '诉讼未结' });
    await as('fuzhou').isRefused('422 b.10 档案法实施条例第二十四条 保管期限(D-13)届满之后才能鉴定、销毁档案。', `${archive}/propose-archive-disposal`, { appraisal: '无保存价值' });
  });

  it('is disposed of by two persons, and what it proved still stands', async () => {
    await journey().comes('2032-12-02');
    await as('fuzhou').isRefused('422 b.10 档案法实施条例第二十四条 档案应当先鉴定并提议销毁,再由第二人确认。', `${archive}/confirm-archive-disposal`);
    await as('fuzhou').does(`${archive}/propose-archive-disposal`, { appraisal: '无保存价值' });
    await as('fuzhou').isRefused('403 b.10 档案法实施条例第二十四条 销毁档案由鉴定提议人以外的第二人确认。', `${archive}/confirm-archive-disposal`);
    await as('fuzhou-reviewer').does(`${archive}/confirm-archive-disposal`);
    await as('fuzhou').isRefused('422 b.10 档案法实施条例第二十四条 档案已经销毁,不能再调阅、延期或者重新封存。', `${archive}/access-archive`, { reason: '再看' });
    expect(await as('auditor').reads(`${archive}/package`)).toMatchObject({ matches: true });
  });

  it('is told in sentences', async () => {
    const kept = '2026年12月1日办结,电子档案保管5年,至2031年12月1日24时届满(D-13 评价机构档案管理规定)。';
    expect(await as('auditor').isTold(archive)).toEqual([
      `归档封存(第1次):事件10个,文件0件;${kept}`, '调阅档案:复核', `保管期限届满,转入鉴定(${kept})`, '经鉴定延长保管至2032年12月1日24时:诉讼未结',
      '保管期限届满,转入鉴定(经鉴定延长保管至2032年12月1日24时:诉讼未结)', '鉴定并提议销毁:无保存价值', '由第二人确认销毁:个人信息密钥已销毁,事件骨架保留',
    ]);
    expect(journey().server.refusals).toEqual([]);
  });
});
