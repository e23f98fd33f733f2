import { aJourney, evidence } from '#test/journeys/support/journey';
import { DECLARATION } from '#test/journeys/support/daily';

const special = 'cases/c-1';
const opening = { agencyId: 'a-1', targetSelection: 'RISK', reason: '抽检异常', onSiteFrom: '2026-12-01', onSiteTo: '2026-12-02', activityType: 'SKILL_LEVEL_RECOGNITION', venueDivision: '350102' };
const finding = { result: 'CONFORMS', facts: '考场秩序良好', evidenceIds: [] };
const names = ['one', 'two', 'three'] as const;
const ids = names.map((name) => `s-${name}`);

/** b.5 专项督导 by a covert visit, after which the agency has nothing to defend itself against. */
describe('a covert special supervision', () => {
  const journey = aJourney(async (started) => {
    await started.schools('a-1');
    await started.supervisors(...names);
    await started.as('fuzhou').does(`${special}/open-special-supervision`, opening);
    await started.as('fuzhou').does(`${special}/define-matters`, { matters: [{ item: 'C2.05' }] });
  });
  const as = (persona: string) => journey().as(persona);
  const one = () => as('supervisor-p-one');
  /** What left of the case to those who follow the feed. */
  const left = async () => ((await as('service-case').reads('events?limit=500')) as readonly { readonly subject: string }[]).filter(({ subject }) => subject === 'case-c-1');

  it('is ordered by the dispatcher, with a reason, once the group stands', async () => {
    await as('fuzhou').isRefused('422 R2.6(五) 第二章六 成立督导小组之后、送达督导通知之前,才能决定暗访,且只决定一次。', `${special}/order-covert-inspection`, { reason: '防止提前准备' });
    await as('fuzhou').does('draws/c-1-1/prepare-draw', { caseId: 'c-1' });
    for (const name of names) await as(`supervisor-p-${name}`).does(`${special}/accept-assignment`, DECLARATION);
    await as('fuzhou').does(`${special}/form-group`, { leader: 's-one' });
    await one().isRefused('403 R1.3-2 第一章三 外督督导任务由各级职业技能鉴定指导中心委派,其他单位不得办理。', `${special}/order-covert-inspection`, { reason: '防止提前准备' });
    await as('fuzhou').does(`${special}/order-covert-inspection`, { reason: '防止提前准备' });
  });

  it('is unknown to the agency, and its days to those who follow the feed, until it is disclosed', async () => {
    await journey().comes('2026-12-01', 9);
    await one().does(`${special}/start-on-site`, { present: ids });
    await one().isRefused('422 R2.6(五) 第二章六 暗访公开之前,不得向评价机构询问或者调阅文件、资料。', `${special}/request-material`, { item: 'C2.05', text: '考场录像' });
    await one().isRefused('422 R2.6(五) 第二章六 暗访应当先公开,再听取评价机构意见。', `${special}/hear-views`, { minutes: '说明', evidence: [] });
    await as('agency-a-1').findsNothingAt(special);
    expect(await as('agency-a-1').toDo()).toEqual(['DraftTrainingPlan 2027-01-05']);
    expect(JSON.stringify(await left())).not.toMatch(/OnSiteStarted|Covert|2026-12-0/);
    await one().does(`${special}/disclose-inspection`, { text: '现公开督导身份', cardNumber: 'R35260001' });
    expect(await as('agency-a-1').reads(special)).toMatchObject({ state: 'ON_SITE' });
    expect(JSON.stringify((await left()).at(-1))).toMatch(/InspectionDisclosed.*2026-12-01/);
  });

  it('asks and hears the agency from then on; what it refuses to show is on record', async () => {
    await one().does(`${special}/request-material`, { item: 'C2.05', text: '考场录像' });
    await as('agency-a-1').does(`${special}/refuse-material`, { no: 1, reason: '设备故障' });
    await one().does(`${special}/report-obstruction`, { by: 'AGENCY', personRefs: [], facts: '拒绝开启监控室', evidence: [] });
    await one().does(`${special}/hear-views`, { minutes: '校方说明', evidence: [] });
    await one().does(`${special}/end-on-site`, { summary: '查看考场', evidence: [evidence('ev-1')] });
    const preliminary = { findings: [{ item: 'C2.05', ...finding }], guidance: [], demands: [], votes: ids.map((supervisorId) => ({ supervisorId, vote: 'FOR' })) };
    await one().isRefused('422 R3.4(二)a 第三章四 收到自评(自查)报告或者记录其逾期未提交之后,才能形成初步督导意见。', `${special}/form-preliminary-opinion`, preliminary);
    await as('agency-a-1').does(`${special}/submit-self-report`, { summary: '自查情况', evidence: [] });
    await one().does(`${special}/form-preliminary-opinion`, preliminary);
    await one().does(`${special}/deliver-preliminary-opinion`, { channel: 'PLATFORM' });
  });

  it('is over at once where the agency waives its defence and nothing is demanded', async () => {
    await as('agency-a-1').does(`${special}/waive-defence`, { statement: '无异议' });
    await as('fuzhou').does(`${special}/issue-opinion`, { findings: [{ no: 1, ...finding }], guidance: [], demands: [] });
    await as('fuzhou').does(`${special}/deliver-opinion`, { channel: 'PLATFORM' });
    await as('agency-a-1').isRefused('422 R3.4(四)b 第三章四 整改工作报告应当在整改期间提交;等待核查时不重复提交。', `${special}/submit-rectification-report`, { answers: [{ demandNo: 1, measures: '无', evidence: [evidence('ev-9')] }] });
    await as('fuzhou').does(`${special}/close-case`, { summary: '归档' });
    await as('fuzhou').isRefused('422 R3.4(四)a 第三章四 案件已结案或者已取消,不能再办理任何事项。', `${special}/close-case`, { summary: '归档' });
  });

  it('proves a ground against the agency by its own record, and is read as it was and as it is', async () => {
    const opened = { agencyId: 'a-1', severity: 'ORDINARY', severityReasons: '未造成后果', persons: [], violations: [{ ground: 'G1', description: '拒绝提供考场录像', evidence: ['ev-1'], supervision: 'case-c-1' }] };
    await as('fuzhou').does('agency-sanctions/g-1/open-violation-case', opened);
    expect((await as('fuzhou').reads(special)).flags).toEqual(['COVERT', 'MATERIAL_REFUSED', 'OBSTRUCTION_REPORTED', 'LINKED_TO_SANCTION']);
    expect((await as('fuzhou').isTold(special)).slice(6, 9)).toEqual(['成立督导小组,成员3名', '决定暗访:防止提前准备', '现场考察(核查)开始,到场3名']);
    const agency = await as('agency-a-1').isTold(special);
    expect(agency[0]).toMatch(/^公开暗访,出示证卡/);
    expect(agency.join()).not.toMatch(/决定暗访|阻挠|立案|赞成/);
    expect(await as('fuzhou').readsAsOf(special, 7)).toMatchObject({ state: 'GROUP_FORMED' });
    expect(journey().server.refusals).toEqual([]);
  });
});
