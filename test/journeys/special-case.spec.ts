import { DECLARATION } from '#test/journeys/support/daily';
import { aJourney, evidence } from '#test/journeys/support/journey';

const special = 'cases/c-1';
const opening = { agencyId: 'a-1', targetSelection: 'RISK', reason: '抽检异常', onSiteFrom: '2026-12-14', onSiteTo: '2026-12-15', activityType: 'SKILL_LEVEL_RECOGNITION', venueDivision: '350102' };
const findings = [
  { item: 'C2.03', result: 'PROBLEM', severity: 'ORDINARY', facts: '2名考生收费无公示依据', evidenceIds: ['ev-1'] },
  { item: 'C2.05', result: 'CONFORMS', facts: '考场秩序良好', evidenceIds: [] },
];
const numbered = findings.map(({ item: _item, ...found }, index) => ({ no: index + 1, ...found }));
const opinion = { findings: numbered, guidance: ['完善收费公示制度'], demands: [{ no: 1, text: '退还多收费用并公示收费标准', dueOn: '2027-02-10' }] };
const report = { answers: [{ demandNo: 1, measures: '已退费并公示', evidence: [evidence('ev-9')] }] };

/** b.5 专项督导 with its b.2 draw: announced, defended, rectified after a return and an extension. */
describe('a special supervision', () => {
  const journey = aJourney(async (started) => {
    await started.schools('a-1');
    await started.supervisors('one', 'two', 'three', 'four', 'five');
  });
  const as = (persona: string) => journey().as(persona);
  let group: readonly string[] = [];
  const member = (no: number) => as(`supervisor-p-${group[no]}`);
  const ids = () => group.map((name) => `s-${name}`);

  it('is opened about one agency, and its matters are defined before anybody is drawn', async () => {
    await as('fuzhou').isRefused('422 R0-1 前言 本办法适用于在福建省行政区域内开展的职业技能等级认定,开展地点不在福建省。', `${special}/open-special-supervision`, { ...opening, venueDivision: '330102' });
    await as('pingtan').isRefused('403 R1.5-3 第一章五 设区市中心(含平潭)只办理所辖范围内的质量督导事项。', `${special}/open-special-supervision`, opening);
    await as('fuzhou').does(`${special}/open-special-supervision`, opening);
    await as('fuzhou').isRefused('422 R3.4-2 第三章四 督导前应当先明确督导事项,再抽取督导员。', 'draws/c-1-1/prepare-draw', { caseId: 'c-1' });
    await as('fuzhou').does(`${special}/define-matters`, { matters: [{ item: 'C2.03' }, { item: 'C2.05' }] });
  });

  it('has a group of three whom the draw gives, one of them after a recusal', async () => {
    await as('fuzhou').isRefused('422 R3.4-3 第三章四 督导小组原则上由3名及以上质量督导员组成,抽取人数不得少于3名。', 'draws/c-1-1/prepare-draw', { caseId: 'c-1', k: 2 });
    await as('fuzhou').does('draws/c-1-1/prepare-draw', { caseId: 'c-1' });
    const order = ((await as('fuzhou').reads('draws/c-1-1')).order as readonly { candidateId: string }[]).map(({ candidateId }) => candidateId.slice(2));
    await as(`supervisor-p-${order[4]}`).isRefused('403 R2.5-1 第二章五 质量督导员实行委派制,未经委派不得参加督导工作任务。', `${special}/accept-assignment`, DECLARATION);
    await as(`supervisor-p-${order[0]}`).does(`${special}/recuse-supervisor`, { supervisorId: `s-${order[0]}`, reason: 'COLLEAGUE', detail: '与考生同事' });
    group = order.slice(1, 4);
    for (const no of [0, 1]) await member(no).does(`${special}/accept-assignment`, DECLARATION);
    await as('fuzhou').isRefused('422 R3.6-1 第三章六 仍有抽中的督导员没有答复;小组成员应当全部签署无利益冲突声明。', `${special}/form-group`, { leader: ids()[0] });
    await member(2).does(`${special}/accept-assignment`, DECLARATION);
    await as('fuzhou').isRefused('422 R3.4-3 第三章四 组长应当在抽中并接受委派的督导员中确定。', `${special}/form-group`, { leader: `s-${order[4]}` });
    await as('fuzhou').does(`${special}/form-group`, { leader: ids()[0] });
  });

  it('is announced; the agency that is silent is found to be so by the clock', async () => {
    await as('agency-a-1').findsNothingAt(special);
    await member(0).isRefused('422 R3.4(二)a 第三章四 收到自评(自查)报告或者记录其逾期未提交之后,才能开始一次现场考察(核查),决定暗访的除外。', `${special}/start-on-site`, { present: ids() });
    await as('fuzhou').does(`${special}/serve-supervision-notice`, { text: '督导通知' });
    expect(await as('agency-a-1').toDo()).toContain('SubmitSelfReport 2026-12-08');
    await journey().comes('2026-12-09');
    expect(await as('agency-a-1').reads(special)).toMatchObject({ state: 'SELF_REPORT_CLOSED' });
    expect(await as('agency-a-1').toDo('&urgency=OVERDUE')).toEqual(['SubmitSelfReport 2026-12-08']);
  });

  it('is on site, hears the agency, and only then forms its opinion, each member voting', async () => {
    await journey().comes('2026-12-14');
    await member(0).does(`${special}/start-on-site`, { present: ids() });
    await as('fuzhou').isRefused('422 R1.3-2 第一章三 现场考察(核查)已经开始,不能取消督导。', `${special}/cancel-supervision`, { reason: '调整' });
    await member(0).isRefused('422 R3.4(一) 第三章四 听取评价机构意见之后,才能结束现场考察(核查)。', `${special}/end-on-site`, { summary: '查看票据', evidence: [] });
    await member(1).does(`${special}/hear-views`, { minutes: '校方说明', evidence: [] });
    await member(0).does(`${special}/end-on-site`, { summary: '查看票据', evidence: [evidence('ev-1')] });
    const preliminary = { findings, guidance: ['完善收费公示制度'], demands: [{ findingNos: [1], text: '退还多收费用并公示收费标准' }], votes: ids().map((supervisorId) => ({ supervisorId, vote: 'FOR' })) };
    await member(0).isRefused('422 R3.4(二)a 第三章四 督导小组每名成员表决一次,非成员不参加表决。', `${special}/form-preliminary-opinion`, { ...preliminary, votes: preliminary.votes.slice(1) });
    await member(0).isRefused('422 R3.4(二)a 第三章四 初步督导意见应当对每一督导事项作出结论。', `${special}/form-preliminary-opinion`, { ...preliminary, findings: findings.slice(0, 1) });
    await member(0).does(`${special}/form-preliminary-opinion`, preliminary);
  });

  it('is late with its opinion, and lets the agency defend itself for ten working days', async () => {
    await journey().comes('2026-12-22');
    expect(await as('fuzhou').reads(special)).toMatchObject({ flags: expect.arrayContaining(['PRELIMINARY_OVERDUE']) });
    await member(0).does(`${special}/deliver-preliminary-opinion`, { channel: 'PLATFORM' });
    await as('agency-a-1').does(`${special}/submit-defence`, { points: [{ findingNo: 1, statement: '其中1名已退费' }], evidence: [], isFinal: false });
    await as('agency-a-1').isRefused('422 R3.4(三) 第三章四 已经提交申辩意见的,不能放弃申辩。', `${special}/waive-defence`, { statement: '放弃' });
    await as('fuzhou').isRefused('422 R3.4(三) 第三章四 申辩意见提交完毕或者申辩期限届满之后,才能综合分析一次。', `${special}/analyse-defence`, { answers: [{ pointNo: 1, conclusion: 'ACCEPTED', reason: '属实' }] });
    await as('fuzhou').isRefused('422 R3.4(三) 第三章四 申辩意见已综合分析、放弃申辩或者逾期未申辩之后,才能发出一次质量督导意见书。', `${special}/issue-opinion`, opinion);
    await journey().comes('2027-01-07');
    await as('agency-a-1').isRefused('422 R3.4(三) 第三章四 申辩意见应当在初步督导意见送达之后、申辩期限届满或者申辩终结之前提出。', `${special}/submit-defence`, { points: [{ statement: '补充' }], evidence: [], isFinal: true });
    await as('fuzhou').isRefused('422 R3.4(三) 第三章四 应当对每一申辩要点逐一答复且只答复一次。', `${special}/analyse-defence`, { answers: [] });
    await as('fuzhou').does(`${special}/analyse-defence`, { answers: [{ pointNo: 1, conclusion: 'PARTLY_ACCEPTED', reason: '一名属实' }] });
  });

  it('ends in an opinion of the dispatcher that is never worse for the defence', async () => {
    await member(0).isRefused('403 R1.3-2 第一章三 外督督导任务由各级职业技能鉴定指导中心委派,其他单位不得办理。', `${special}/issue-opinion`, opinion);
    await as('fuzhou').isRefused('422 R3.4(三) 第三章四 不得因申辩加重结果:意见书的问题、情节和整改要求不得超出初步督导意见。', `${special}/issue-opinion`, { ...opinion, findings: numbered.map((found) => (found.no === 1 ? { ...found, severity: 'SERIOUS' } : found)) });
    await as('fuzhou').does(`${special}/issue-opinion`, opinion);
    expect(await as('agency-a-1').reads(special)).toMatchObject({ state: 'DEFENCE_CLOSED' });
    await as('fuzhou').does(`${special}/deliver-opinion`, { channel: 'PLATFORM' });
    expect(await as('agency-a-1').toDo()).toContain('SubmitRectificationReport 2027-02-10');
  });

  it('is rectified: extended once, returned, reminded, verified and closed', async () => {
    await as('fuzhou').isRefused('422 R3.4(四)a 第三章四 意见书已送达且没有整改要求,或者整改已核查通过的,才能结案归档。', `${special}/close-case`, { summary: '归档' });
    await as('fuzhou').does(`${special}/extend-rectification`, { dueOn: '2027-03-01', reason: '寒假' });
    await as('fuzhou').isRefused('422 R3.4(四)b 第三章四 整改期限只能延长一次。', `${special}/extend-rectification`, { dueOn: '2027-03-15', reason: '再延' });
    await as('agency-a-1').does(`${special}/submit-rectification-report`, report);
    await as('fuzhou').does(`${special}/return-rectification`, { returned: [{ demandNo: 1, reason: '未附退费凭证' }], dueOn: '2027-03-05' });
    await journey().comes('2027-03-06');
    expect(await as('fuzhou').reads(special)).toMatchObject({ state: 'RECTIFYING', flags: expect.arrayContaining(['RECTIFICATION_OVERDUE']) });
    await as('fuzhou').does(`${special}/remind-rectification`, { text: '请提交' });
    await as('fuzhou').isRefused('422 R4.2(三) 第四章二 整改期间明确拒绝,或者逾期并经催告期满仍不整改的,才能认定拒不整改。', `${special}/record-rectification-refusal`, { ground: 'OVERDUE_AFTER_REMINDER', reasons: '未提交' });
    await as('agency-a-1').does(`${special}/submit-rectification-report`, report);
    await as('fuzhou').does(`${special}/verify-rectification`, { conclusion: '整改到位' });
    await as('fuzhou').does(`${special}/close-case`, { summary: '归档' });
    const left = await as('fuzhou').toDo('&whose=ALL');
    expect(left).toEqual(['DraftTrainingPlan 2027-01-05', 'ProposePublication 2027-04-02', 'AssessConduct', 'AssessConduct', 'AssessConduct', 'SealArchivePackage']);
  });

  it('is read as it was and as it is, by its centre and by the agency', async () => {
    const told = await as('fuzhou').isTold(special);
    expect(told).toHaveLength(30);
    expect(told).toEqual(expect.arrayContaining([
      '评价机构逾期未提交自评(自查)报告',
      '评议形成初步督导意见:问题1项,赞成3票、反对0票、弃权0票',
      '初步督导意见逾期未反馈(应于2026年12月21日24时前)',
      '申辩期限届满',
      '发出质量督导意见书榕技督意〔2027〕1号(已申辩),整改要求1项',
      '整改逾期(应于2027年3月5日24时(暂定)前)',
    ]));
    const agency = await as('agency-a-1').isTold(special);
    expect(agency.slice(0, 2)).toEqual(['送达督导通知,自评(自查)报告限2026年12月8日24时前提交', '评价机构逾期未提交自评(自查)报告']);
    expect(agency.join()).not.toMatch(/立项|抽取|回避|赞成|逾期未反馈/);
    expect(await as('fuzhou').readsAsOf(special, 3)).toMatchObject({ state: 'MATTERS_DEFINED', members: [{ status: 'RECUSED' }, { status: 'SEATED' }, { status: 'SEATED' }] });
    expect(await as('agency-a-1').readsAsOf(special, 0)).toMatchObject({ state: 'NOTIFIED' });
    expect(await as('province').opens('RectificationTimeliness')).toEqual({ total: 1, sentences: ['评价机构提交第1次整改工作报告'] });
    expect(await as('province').opens('LateFlags')).toEqual({ total: 3, sentences: ['评价机构逾期未提交自评(自查)报告', '初步督导意见逾期未反馈(应于2026年12月21日24时前)', '整改逾期(应于2027年3月5日24时(暂定)前)'] });
    expect(journey().server.refusals).toEqual([]);
  });
});
