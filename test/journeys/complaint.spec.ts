import { aJourney } from '#test/journeys/support/journey';
import { cleanRecord, isSupervised, SESSION } from '#test/journeys/support/daily';

const complaint = 'complaints/one';
const received = { channel: 'LETTER', isAnonymous: false, agencyId: 'a-1', content: '考场内有人代考', accused: ['p-xiamen-reviewer'] };
const identity = { name: '林举报(样例)', phone: '13800000099' };
const plan = { sessionId: 'one', targetSelection: 'COMPLAINT', reason: '群众举报', matters: [{ item: 'C3' }], complaintRef: 'one', inspection: 'COVERT', covertReason: '防止串供' };

/** b.7 群众举报: received by the wrong centre, verified by a covert daily supervision, answered late, reopened. */
describe('a complaint', () => {
  const journey = aJourney(async (started) => {
    await started.schools('a-1');
    await started.supervisors('one');
    await started.as('agency-a-1').does('sessions/one/register-session', SESSION);
  });
  const as = (persona: string) => journey().as(persona);

  it('is received by whichever centre it comes to, and goes to the competent one', async () => {
    await as('supervisor-p-one').isRefused('403 R1.3-2 第一章三 外督督导任务由各级职业技能鉴定指导中心委派,其他单位不得办理。', `${complaint}/receive-complaint`, received);
    await as('xiamen').isRefused('422 R3.1(三) 第三章一 举报应当针对一个已登记的评价机构。', `${complaint}/receive-complaint`, { ...received, agencyId: 'a-9' });
    await as('xiamen').does(`${complaint}/receive-complaint`, received);
    await as('xiamen-reviewer').isRefused('403 R3.1(三) 第三章一 被举报人不得办理该举报。', `${complaint}/register-complaint`);
    await as('xiamen').does(`${complaint}/register-complaint`);
    await as('xiamen').isRefused('422 R1.5-3 第一章五 被举报机构不在本中心管辖范围,应当转送有管辖权的中心。', `${complaint}/accept-complaint`);
    await as('xiamen').does(`${complaint}/transfer-complaint`, { to: '3501', reason: '机构在福州备案' });
    await as('xiamen').findsNothingAt(complaint);
    expect(await as('fuzhou').toDo()).toEqual(['NotifyReporter 2026-12-09', 'AcceptComplaint']);
  });

  it('keeps who complained sealed: read once, by whom a second person allowed it', async () => {
    await as('fuzhou').does('reporters/one/seal-reporter', identity);
    await as('fuzhou').does('reporters/one/request-reporter-access', { accessPurpose: 'CONTACT', reason: '告知受理情况' });
    await as('fuzhou').isRefused('403 R4.2(二) 第四章二 查阅举报人身份由申请人以外的第二人决定。', 'reporters/one/approve-reporter-access');
    await as('fuzhou-reviewer').does('reporters/one/approve-reporter-access');
    await as('fuzhou-reviewer').isRefused('403 R4.2(二) 第四章二 举报人身份只能由经同意的申请人在同意后四小时内查阅一次。', 'reporters/one/open-reporter-identity');
    await as('fuzhou').does('reporters/one/open-reporter-identity');
    await as('fuzhou').isRefused('403 R4.2(二) 第四章二 举报人身份只能由经同意的申请人在同意后四小时内查阅一次。', 'reporters/one/open-reporter-identity');
    expect(JSON.stringify(await as('auditor').reads('reporters/one'))).not.toContain(identity.phone);
  });

  it('is accepted, and told to the one who complained before fifteen days are over', async () => {
    await as('fuzhou').isRefused('422 R3.1(三) 第三章一 决定是否受理之后,书面告知举报人一次。', `${complaint}/notify-reporter`, { text: '已收到' });
    await as('fuzhou').isRefused('422 R3.1(三) 第三章一 受理之后、认定之前才能启动调查核实。', `${complaint}/open-investigation`, { caseId: 'd-1' });
    await as('fuzhou').does(`${complaint}/accept-complaint`);
    await as('fuzhou').does(`${complaint}/notify-reporter`, { text: '已受理' });
    expect(await as('fuzhou').toDo()).toEqual(['CloseComplaint 2027-01-25', 'OpenInvestigation']);
  });

  it('is verified by a supervision that names it among its matters, and by no other', async () => {
    await as('fuzhou').isRefused('422 R3.1(三) 第三章一 受理的举报至少应当有一次调查核实,且每次均已报告调查情况,才能认定。', `${complaint}/conclude-complaint`, { conclusion: 'SUBSTANTIATED', reasons: '属实' });
    await as('fuzhou').isRefused('422 R3.1(三) 第三章一 调查核实应当由督导事项载明本举报的督导任务进行,且针对同一机构。', `${complaint}/open-investigation`, { caseId: 'd-1' });
    await as('fuzhou').does('daily-cases/d-1/plan-daily-supervision', plan);
    await as('fuzhou').does(`${complaint}/open-investigation`, { caseId: 'd-1' });
    await isSupervised(journey(), 'd-1');
    await as('supervisor-p-one').does('daily-cases/d-1/submit-record', { form: cleanRecord('C3'), signed: true });
    for (const persona of ['agency-a-1', 'supervisor-p-one', 'xiamen']) await as(persona).findsNothingAt(complaint);
    await as('fuzhou').does(`${complaint}/report-findings`, { caseId: 'd-1', findings: '监控可见两人互换座位' });
  });

  it('is extended once, overdue all the same, concluded, disposed of and answered', async () => {
    await as('fuzhou').does(`${complaint}/extend-complaint`, { reason: '需要鉴定' });
    await as('fuzhou').isRefused('422 R3.1(三) 第三章一 办理期限只能在受理之后、归档之前延长一次。', `${complaint}/extend-complaint`, { reason: '再延' });
    expect(await as('fuzhou').toDo()).toContain('CloseComplaint 2027-02-22');
    await journey().comes('2027-02-23');
    expect((await as('fuzhou').reads('complaints?overdue=true')).items).toMatchObject([{ complaintId: 'one' }]);
    await as('fuzhou').does(`${complaint}/conclude-complaint`, { conclusion: 'PARTLY', reasons: '一人属实' });
    await as('fuzhou').isRefused('422 R3.1(三) 第三章一 认定之后(属实或者部分属实的,决定处理之后)答复举报人一次。', `${complaint}/answer-reporter`, { text: '部分属实' });
    await as('fuzhou').does(`${complaint}/decide-disposal`, { disposal: '约谈提醒', records: ['daily-d-1'] });
    await as('fuzhou').isRefused('422 R3.1(三) 第三章一 举报办结并告知、答复举报人之后才能归档。', `${complaint}/close-complaint`);
    await as('fuzhou').isRefused('422 R3.1(三) 第三章一 举报归档之后才能销毁举报人身份。', 'reporters/one/propose-reporter-erasure', { reason: '期满' });
    await as('fuzhou').does(`${complaint}/answer-reporter`, { text: '部分属实,已处理' });
    await as('fuzhou').does(`${complaint}/close-complaint`);
    await as('fuzhou').does(`${complaint}/reopen-complaint`, { reason: '举报人补充证据' });
    expect(await as('fuzhou').toDo()).toEqual(expect.arrayContaining(['OpenInvestigation']));
  });

  it('is refused, or merged into another, where that is right', async () => {
    const outside = 'complaints/two';
    await as('fuzhou').does(`${outside}/receive-complaint`, { ...received, isAnonymous: true, content: '与认定无关' });
    await as('fuzhou').does(`${outside}/register-complaint`);
    await as('fuzhou').does(`${outside}/reject-complaint`, { reason: '不属于本办法范围' });
    await as('fuzhou').isRefused('422 R3.1(三) 第三章一 匿名举报无法告知或者答复举报人。', `${outside}/notify-reporter`, { text: '不予受理' });
    await as('fuzhou').does(`${outside}/close-complaint`);
    await as('fuzhou').does('complaints/three/receive-complaint', received);
    await as('fuzhou').does('complaints/three/register-complaint');
    await as('fuzhou').isRefused('422 R3.1(三) 第三章一 只能并入针对同一机构、正在办理的另一举报。', 'complaints/three/merge-complaint', { into: 'two', reason: '同一事实' });
    await as('fuzhou').does('complaints/three/merge-complaint', { into: 'one', reason: '同一事实' });
  });

  it('is read as it was and as it is', async () => {
    const told = await as('fuzhou').isTold(complaint);
    expect(told.slice(0, 4)).toEqual(['厦门中心收到署名举报(来信)', '登记举报,编号厦技督举〔2026〕1号', '转送福州中心办理:机构在福州备案', '受理举报,限2027年1月25日前办结']);
    expect(told.slice(7)).toEqual([
      '办理期限延长至2027年2月22日:需要鉴定', '举报办理逾期(应于2027年2月22日前)', '认定举报部分属实', '决定处理:约谈提醒', '答复举报人', '归档', '重新办理:举报人补充证据',
    ]);
    expect(await as('fuzhou').readsAsOf(complaint, 2)).toMatchObject({ holder: '3501', stage: 'REGISTERED' });
    expect(await as('fuzhou').isTold('complaints/three')).toEqual(['福州中心收到署名举报(来信)', '登记举报,编号榕技督举〔2027〕2号', '并案办理:同一事实']);
    expect(journey().server.refusals).toEqual([]);
  });
});
