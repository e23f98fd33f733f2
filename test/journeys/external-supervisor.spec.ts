import { aJourney } from '#test/journeys/support/journey';

const lin = 'supervisors/s-lin';
const application = { personId: 'p-lin', supervisorType: 'EXTERNAL', area: '3501' };
const reviews = (unmet?: string) => ['E1', 'E2', 'E3', 'E4', 'E5'].map((condition) => ({ condition, met: condition !== unmet, ...(condition !== 'E5' && { evidence: '材料' }) }));
const neglect = (severity: string) => ({ severity, findings: [{ ground: 'S3', description: '两次未按时提交记录表且不答复催告', evidence: ['ev-1'] }] });

/** b.1 督导员资格 and b.1a 证卡, of an external supervisor of 福州. */
describe('an external supervisor', () => {
  const journey = aJourney();
  const as = (persona: string) => journey().as(persona);

  it('applies for themselves, and is confirmed by the provincial centre only with all five conditions', async () => {
    await as('agency-a-1').isRefused('403 R2.2-1 第二章二 申报由本人提出,或者由中心代为录入本人的申报。', `${lin}/apply-as-supervisor`, application);
    await as('supervisor-p-lin').does(`${lin}/apply-as-supervisor`, application);
    await as('fuzhou').isRefused('422 R1.2-1 第一章二 同一人员的同一类别质量督导员资格只能有一个,现有资格终止前不得重复申报。', 'supervisors/s-lin-2/apply-as-supervisor', application);
    expect(await as('province').toDo()).toEqual(['ConfirmConditions']);
    await as('fuzhou').isRefused('403 R2.3-1 第二章三 培养外督、核发证卡由省中心负责。', `${lin}/confirm-conditions`, { reviews: reviews() });
    await as('province').isRefused('422 R2.1(二) 第二章一 应当掌握有关政策、法规和规章,熟悉职业技能等级认定理论和技术方法,并写明审核依据。', `${lin}/confirm-conditions`, { reviews: reviews('E2') });
    await as('province').isRefused('422 R2.2-1 第二章二 符合申报条件后方可参加培训。', `${lin}/enrol-in-training`, { trainingClass: '2026-1', startsOn: '2026-11-16' });
    await as('province').does(`${lin}/confirm-conditions`, { reviews: reviews() });
  });

  it('is not confirmed without a condition, which is named, and may then apply again', async () => {
    const other = { ...application, personId: 'p-chen' };
    await as('fuzhou').does('supervisors/s-chen/apply-as-supervisor', other);
    await as('province').isRefused('422 R2.2-1 第二章二 不符合申报条件的,应当指明不符合的具体条件。', 'supervisors/s-chen/reject-application', { reviews: reviews(), reason: '不符合' });
    await as('province').does('supervisors/s-chen/reject-application', { reviews: reviews('E4'), reason: '表达能力不足' });
    await as('supervisor-p-chen').does('supervisors/s-chen-2/apply-as-supervisor', other);
  });

  it('is trained and examined by the province, fails, and passes the one re-examination', async () => {
    await as('province').does(`${lin}/enrol-in-training`, { trainingClass: '2026-1', startsOn: '2026-11-16' });
    await as('province').does(`${lin}/record-exam-result`, { score: 40, examinedOn: '2026-11-20' });
    await as('fuzhou').isRefused('422 R2.2-1 第二章二 符合申报条件并经培训考核合格后,方可聘任。', `${lin}/appoint-supervisor`, { termStart: '2026-11-24' });
    await as('province').does(`${lin}/allow-re-exam`, { reason: '发挥失常' });
    await as('province').does(`${lin}/record-exam-result`, { score: 88, examinedOn: '2026-11-23' });
    await as('department').isRefused('403 R1.3-1 第一章三 外督由各级职业技能鉴定指导中心选聘,其他单位不得办理。', `${lin}/appoint-supervisor`, { termStart: '2026-11-24' });
    await as('province').isRefused('422 R2.3-3 第二章三 外督经培训考核合格并聘任后方可核发证卡,暂停委派期间不予核发。', `${lin}/issue-card`);
    await as('fuzhou').does(`${lin}/appoint-supervisor`, { termStart: '2026-11-24' });
    expect(await as('supervisor-p-lin').reads(lin)).toMatchObject({ state: 'APPOINTED', termStart: '2026-11-24', termEnd: '2029-11-24', cardNumber: '' });
  });

  it('gets one card a term, out of the one stock of blank cards', async () => {
    const stock = 'cards/FJ';
    await as('province').isRefused('422 R2.3-2 第二章三 空白证卡库存不足。', `${lin}/issue-card`);
    await as('fuzhou').isRefused('403 R2.3-1 第二章三 培养外督、核发证卡由省中心负责。', `${stock}/receive-blank-cards`, { count: 5, deliveryNo: '入1' });
    await as('province').does(`${stock}/receive-blank-cards`, { count: 5, deliveryNo: '入1' });
    await as('province').does(`${lin}/issue-card`);
    await as('province').isRefused('422 R2.3-3 第二章三 本聘期已核发证卡,遗失或损坏的应当办理补换证。', `${lin}/issue-card`);
    await as('province').does(`${lin}/replace-card`, { number: 'R35260001', reason: '遗失' });
    await as('province').isRefused('422 R2.3-2 第二章三 盘点数与台账数不一致的,应当说明原因。', `${stock}/count-stock`, { counted: 2, countNo: '盘1' });
    await as('province').does(`${stock}/write-off-blank-cards`, { count: 1, cause: 'SPOILED', reason: '受潮', recordNo: '损1' });
    await as('province').does(`${stock}/count-stock`, { counted: 2, countNo: '盘1' });
    expect((await as('auditor').opens('BlankCards')).total).toBe(2);
    await as('province').does(`${lin}/void-card`, { number: 'R35260002', reason: '信息有误' });
    expect(await as('province').toDo()).toEqual(['ConfirmConditions', 'ReturnCard']);
    await as('supervisor-p-lin').isRefused('403 R2.3-1 第二章三 培养外督、核发证卡由省中心负责。', `${lin}/return-card`, { number: 'R35260002' });
    await as('province').does(`${lin}/return-card`, { number: 'R35260002' });
    expect(await as('province').toDo()).toEqual(['ConfirmConditions']);
    await as('province').does(`${lin}/issue-card`);
  });

  it('is criticised, and suspended until a day that the clock brings', async () => {
    await as('fuzhou').does(`${lin}/give-criticism`, { decisionNo: '榕教1号', reasons: '初次', grounds: neglect('MINOR') });
    const suspension = { decisionNo: '榕停1号', reasons: '再次', scope: 'ALL', until: '2027-01-31', grounds: neglect('ORDINARY') };
    await as('fuzhou').isRefused('422 R4.1(三) 第四章一 认定玩忽职守、贻误督导工作应当有事实和证据。', `${lin}/suspend-dispatch`, { ...suspension, grounds: { severity: 'ORDINARY', findings: [{ ground: 'S3', description: '迟交', evidence: [] }] } });
    await as('fuzhou').does(`${lin}/suspend-dispatch`, suspension);
    await as('province').isRefused('422 R4.1-1 第四章一 暂停委派由作出暂停决定的中心恢复。', `${lin}/resume-dispatch`, { reasons: '已改正' });
    await journey().comes('2027-01-31', 23);
    expect(await as('fuzhou').reads(lin)).toMatchObject({ state: 'SUSPENDED' });
    await journey().comes('2027-02-01', 0);
    expect(await as('fuzhou').reads(lin)).toMatchObject({ state: 'APPOINTED' });
  });

  it('is dismissed by the calendar when three years are over, and renewed only after training and examination', async () => {
    await as('supervisor-p-lin').isRefused('422 R2.2-2 第二章二 续聘在聘期最后若干日内或者届满后办理,暂停委派期间不办理。', `${lin}/apply-for-renewal`);
    await journey().comes('2029-11-24', 23);
    expect(await as('supervisor-p-lin').toDo()).toEqual(['ApplyForRenewal 2029-11-24']);
    await journey().comes('2029-11-25', 0);
    expect(await as('supervisor-p-lin').reads(lin)).toMatchObject({ state: 'EXPIRED' });
    await as('fuzhou').isRefused('422 R4.1-1 第四章一 只能暂停在聘质量督导员的任务委派,同一中心不得重复暂停。', `${lin}/suspend-dispatch`, { decisionNo: '榕停2号', reasons: '再次', scope: 'OWN', grounds: neglect('ORDINARY') });
    await as('supervisor-p-lin').does(`${lin}/apply-for-renewal`);
    await as('province').isRefused('422 R2.2-1 第二章二 续聘应当先由本人申请,并按规定重新培训考核合格。', `${lin}/renew-appointment`);
    await as('province').does(`${lin}/enrol-in-training`, { trainingClass: '2029-2', startsOn: '2029-11-25' });
    await journey().comes('2029-12-03');
    await as('province').does(`${lin}/record-exam-result`, { score: 90, examinedOn: '2029-12-03' });
    await as('province').does(`${lin}/renew-appointment`);
    await as('province').does(`${lin}/issue-card`);
    expect(await as('fuzhou').reads(lin)).toMatchObject({ state: 'APPOINTED', termStart: '2029-12-03', termEnd: '2032-12-03', cardNumber: 'R35290001' });
  });

  it('loses the qualification for serious neglect, for good and as a person, until a court says otherwise', async () => {
    const proposal = { decisionNo: '榕建1号', reasons: '贻误督导', proposes: 'QUALIFICATION_CANCELLED', heardOn: '2029-12-03' };
    await as('fuzhou').isRefused('422 R4.1-2 第四章一 情节严重的,方可取消其资格或不予续聘。', `${lin}/propose-disqualification`, { ...proposal, grounds: neglect('ORDINARY') });
    await as('province').isRefused('422 R4.1-2 第四章一 取消资格或不予续聘由颁发证卡的单位根据委派机构的处理建议作出决定。', `${lin}/cancel-qualification`, { decisionNo: '闽处1号', reasons: '严重', proposalNo: '榕建1号' });
    await as('fuzhou').does(`${lin}/propose-disqualification`, { ...proposal, grounds: neglect('SERIOUS') });
    await as('fuzhou').isRefused('422 R4.1-2 第四章一 向当事人所在单位通报应当与取消资格或不予续聘一并作出,不得单独作出。', `${lin}/notify-employer`, { employer: '闽江某单位(样例)', noticeNo: '榕通1号' });
    expect(await as('supervisor-p-lin').reads(`${lin}/timeline`)).not.toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ type: 'DisqualificationProposed' })]) });
    await as('province').does(`${lin}/cancel-qualification`, { decisionNo: '闽处1号', reasons: '严重', proposalNo: '榕建1号' });
    await as('fuzhou').does(`${lin}/notify-employer`, { employer: '闽江某单位(样例)', noticeNo: '榕通1号' });
    const barred = '422 R4.1-3 第四章一 被取消资格或不予续聘的人员不得再从事我省技能人才评价质量督导相关工作。';
    await as('supervisor-p-lin').isRefused(barred, 'supervisors/s-again/apply-as-supervisor', application);
    await as('province').isRefused('403 R1.5-1 第一章五 统筹规划和政策制定由省级人力资源社会保障行政部门负责。', 'persons/p-lin/reverse-bar', { credentialId: 's-lin', outcomeOf: 'COURT', documentNo: '闽行终1号', reasons: '证据不足' });
    await as('department').does('persons/p-lin/reverse-bar', { credentialId: 's-lin', outcomeOf: 'COURT', documentNo: '闽行终1号', reasons: '证据不足' });
    await as('supervisor-p-lin').does('supervisors/s-again/apply-as-supervisor', application);
  });

  it('is told the whole of it in sentences, and counted where the numbers are', async () => {
    const told = await as('supervisor-p-lin').isTold(lin);
    expect(told).toHaveLength(25);
    expect(told).toEqual(expect.arrayContaining([
      '2026年11月20日考核不合格,得40分(合格线60分),尚可补考1次。',
      '补换证卡R35260002,原证卡R35260001作废:遗失',
      '福州中心暂停全省任务委派至2027年1月31日(榕停1号),依据“玩忽职守,贻误质量督导工作的”(情节一般,聘期内再次发生第3项情形),未听取当事人意见。',
      '福州中心的暂停委派于2027年1月31日期满。',
      '聘期于2029年11月24日届满,自动解聘。',
      '续聘,聘期自2029年12月3日至2032年12月3日,应当换发证卡。',
    ]));
    expect(told.at(-1)).toBe('就决定闽处1号向当事人所在单位通报(榕通1号)。');
    const sanctions = await as('province').opens('SupervisorSanctions');
    expect([sanctions.total, sanctions.sentences.at(2)]).toEqual([4, '取消资格(闽处1号),根据建议榕建1号,依据“玩忽职守,贻误质量督导工作的”(情节严重),未听取当事人意见。']);
    expect(journey().server.refusals).toEqual([]);
  });
});
