import { aJourney } from '#test/journeys/support/journey';
import { trainingPlan } from '#test/support/supervisors';
import { SESSION } from '#test/journeys/support/daily';

const sanction = 'agency-sanctions/g-1';
const opening = {
  agencyId: 'a-1', severity: 'ORDINARY', severityReasons: '未造成后果', persons: ['staff-1'],
  violations: [{ ground: 'G5', description: '对提出意见的质量督导员停发劳务费', evidence: ['ev-1'] }],
};
const hold = { reasons: '事实清楚', demands: ['补发劳务费'], correctionDueOn: '2026-12-31' };
const criticism = {
  reasons: '拒不改正', demands: ['补发劳务费'], persons: [{ person: 'staff-1', responsibility: 'DIRECT' }], addressee: { kind: 'NONE', reason: '民办机构,无上级单位' }, recommendation: '给予处分',
};
const notice = (proposes: string) => ({ proposes, facts: '对质量督导员停发劳务费' });

/** b.6 评价机构罚则: silence, a hold, silence again, criticism, correction; then the whole ladder at once. */
describe('a sanction of an agency', () => {
  const journey = aJourney(async (started) => {
    await started.schools('a-1');
    await started.internals('a-1', 'hong');
    await started.as('agency-a-1').does('sessions/before/register-session', SESSION);
  });
  const as = (persona: string) => journey().as(persona);
  const standing = async () => (await as('xiamen').reads('agencies/a-1')).standing as string;

  it('rests on a ground that is proven, and is hidden from the agency until it is told', async () => {
    await as('xiamen').isRefused('403 R1.5-3 第一章五 设区市中心(含平潭)只办理所辖范围内的质量督导事项。', `${sanction}/open-violation-case`, opening);
    await as('fuzhou').isRefused('422 R4.2(一) 第四章二 认定拒绝提供情况和文件资料,应当有事实和证据,并指明该机构的督导任务,其中有被拒绝或者逾期未答复的询问、调阅。', `${sanction}/open-violation-case`, { ...opening, violations: [{ ground: 'G1', description: '拒绝提供', evidence: ['ev-1'] }] });
    await as('fuzhou').does(`${sanction}/open-violation-case`, opening);
    await as('agency-a-1').findsNothingAt(sanction);
    await as('fuzhou').isRefused('422 R4.2-x 第四章二 作出处理决定之前,应当告知评价机构,并听取其陈述申辩或者待其期限届满。', `${sanction}/hold-platform-operation`, hold);
    await as('fuzhou').isRefused('422 R4.2-x 第四章二 拟处理应当是尚未作出的一级处理。', `${sanction}/notify-sanction`, notice('PUBLIC_CRITICISM'));
  });

  it('lets the agency speak until a day, and takes silence for an answer', async () => {
    await as('fuzhou').does(`${sanction}/notify-sanction`, notice('PLATFORM_OPERATION_HOLD'));
    expect(await as('agency-a-1').toDo()).toContain('SubmitStatement 2026-12-01');
    await as('fuzhou').isRefused('422 R4.2-x 第四章二 作出处理决定之前,应当告知评价机构,并听取其陈述申辩或者待其期限届满。', `${sanction}/hold-platform-operation`, hold);
    await journey().comes('2026-12-02');
    await as('agency-a-1').isRefused('422 R4.2-x 第四章二 陈述申辩应当针对已告知的拟处理,在规定期限之内、作出决定之前提出或者放弃。', `${sanction}/submit-statement`, { text: '并非有意', evidence: [] });
    await as('fuzhou').does(`${sanction}/hold-platform-operation`, hold);
    expect(await standing()).toBe('ON_HOLD');
  });

  it('holds new sessions and trainings, and lets what has been begun be finished', async () => {
    const held = '422 R4.2-1 第四章二 平台正常操作被暂缓期间,评价机构不得登记新场次,尚未开考的场次不得开考。';
    await as('agency-a-1').isRefused(held, 'sessions/new/register-session', { ...SESSION, startsAt: '2026-12-20T01:00:00.000Z', endsAt: '2026-12-20T09:00:00.000Z' });
    await as('agency-a-1').isRefused(held, 'sessions/before/start-session');
    await as('agency-a-1').does('sessions/before/cancel-session', { reason: '暂缓期间不能开考' });
    await as('agency-a-1').isRefused('422 R4.2-1 第四章二 平台正常操作被暂缓期间,评价机构不得拟定、报备新的培训方案,也不得开班。', 'trainings/t-1/draft-training-plan', trainingPlan('a-1', '2026-12-20'));
  });

  it('is climbed only by one who does not correct: overdue, reminded, and silent still', async () => {
    await as('fuzhou').isRefused('422 R4.2-2 第四章二 改正期限届满仍未提交改正报告的,才催告一次。', `${sanction}/remind-correction`, { text: '请改正' });
    await as('fuzhou').isRefused('422 R4.2-2 第四章二 拒不改正或情节严重的,方可通报批评、提出处分建议,直至取消资格。', `${sanction}/criticise-agency`, criticism);
    await journey().comes('2027-01-05');
    expect((await as('fuzhou').reads('agency-sanctions?overdue=true')).items).toMatchObject([{ sanctionId: 'g-1' }]);
    await as('fuzhou').does(`${sanction}/remind-correction`, { text: '请改正' });
    await as('fuzhou').isRefused('422 R4.2-2 第四章二 改正期间明确拒绝,或者逾期并经催告期满仍不改正的,才能认定拒不改正。', `${sanction}/record-correction-refusal`, { ground: 'OVERDUE_AFTER_REMINDER', reasons: '仍未提交' });
    await journey().comes('2027-01-20');
    await as('fuzhou').does(`${sanction}/record-correction-refusal`, { ground: 'OVERDUE_AFTER_REMINDER', reasons: '仍未提交' });
    await as('fuzhou').does(`${sanction}/notify-sanction`, notice('PUBLIC_CRITICISM'));
    await as('agency-a-1').does(`${sanction}/submit-statement`, { text: '经费困难', evidence: [] });
    await as('fuzhou').isRefused('422 R4.2-x 第四章二 评价机构提出陈述申辩的,处理决定应当写明是否采纳及理由。', `${sanction}/criticise-agency`, criticism);
    await as('fuzhou').isRefused('422 R4.2-2 第四章二 处分建议应当写明主管部门的名称;没有主管部门的,写明理由。', `${sanction}/criticise-agency`, { ...criticism, replyToStatement: '不采纳', addressee: { kind: 'NONE' } });
    await as('fuzhou').does(`${sanction}/criticise-agency`, { ...criticism, replyToStatement: '不采纳:劳务费已列预算' });
    expect(await standing()).toBe('CRITICISED');
  });

  it('ends where the correction is accepted, which the centre has fifteen working days for', async () => {
    await as('fuzhou').isRefused('422 R4.2-1 第四章二 收到改正报告之后,才能审核通过或者退回。', `${sanction}/accept-correction`, { conclusion: '到位' });
    await as('agency-a-1').does(`${sanction}/submit-correction`, { report: '已补发', evidence: ['ev-2'] });
    await as('fuzhou').does(`${sanction}/return-correction`, { reasons: '未附凭证' });
    await as('agency-a-1').does(`${sanction}/submit-correction`, { report: '已补发,附凭证', evidence: ['ev-3'] });
    await journey().comes('2027-03-15');
    expect(await as('fuzhou').reads(sanction)).toMatchObject({ correction: { decisionOverdue: true } });
    await as('fuzhou').does(`${sanction}/accept-correction`, { conclusion: '到位' });
    expect(await standing()).toBe('NORMAL');
  });

  it('is withdrawn by the province where it was wrong, and the agency goes on', async () => {
    const wrong = 'agency-sanctions/g-0';
    await as('fuzhou').does(`${wrong}/open-violation-case`, opening);
    await as('fuzhou').does(`${wrong}/hold-platform-operation`, { reasons: '事实清楚', demands: ['补发劳务费'], withoutNotice: '督导正在进行' });
    expect(await standing()).toBe('ON_HOLD');
    await as('xiamen').isRefused('403 R1.5-3 第一章五 设区市中心(含平潭)只办理所辖范围内的质量督导事项。', `${wrong}/withdraw-sanction`, { reasons: '错案' });
    await as('province').does(`${wrong}/withdraw-sanction`, { reasons: '证据不足' });
    expect(await standing()).toBe('NORMAL');
  });

  it('goes to the end of the ladder where it is serious: heard, proposed, and confirmed by the department alone', async () => {
    const last = 'agency-sanctions/g-2';
    await as('fuzhou').does(`${last}/open-violation-case`, { ...opening, severity: 'SERIOUS', severityReasons: '再次报复' });
    await as('fuzhou').does(`${last}/notify-sanction`, notice('QUALIFICATION_REVOCATION'));
    await as('agency-a-1').does(`${last}/request-hearing`, { reasons: '要求当面陈述' });
    await journey().comes('2027-03-30');
    await as('fuzhou').isRefused('422 R4.2-3 第四章二 提请取消资格之前,应当举行评价机构申请的听证,或者待其申请期限届满。', `${last}/propose-revocation`, { reasons: '情节严重' });
    await as('fuzhou').does(`${last}/hold-hearing`, { heldOn: '2027-03-30', summary: '双方陈述' });
    await as('fuzhou').does(`${last}/propose-revocation`, { reasons: '情节严重' });
    await as('fuzhou-reviewer').isRefused('403 R1.5-1 第一章五 统筹规划和政策制定由省级人力资源社会保障行政部门负责。', `${last}/confirm-revocation`);
    await as('department').does(`${last}/confirm-revocation`);
    expect(await standing()).toBe('REVOKED');
    await as('agency-a-1').isRefused('422 R4.2-3 第四章二 认定工作资格已被取消的评价机构,不得再登记、改期或者开考场次。', 'sessions/new/register-session', { ...SESSION, startsAt: '2027-05-20T01:00:00.000Z', endsAt: '2027-05-20T09:00:00.000Z' });
    await as('fuzhou').isRefused('422 R4.2-3 第四章二 该机构的认定工作资格已经取消,不再作出其他处理。', 'agency-sanctions/g-3/open-violation-case', opening);
  });

  it('is read as it was and as it is, by the centre and by the agency', async () => {
    const told = await as('fuzhou').isTold(sanction);
    expect(told).toHaveLength(19);
    expect(told).toEqual(expect.arrayContaining([
      '评价机构逾期未陈述申辩(应于2026年12月1日前)', '改正逾期(应于2026年12月31日前)', '认定拒不改正(逾期经催告仍不改正):仍未提交', '通报批评(榕技督批通〔2027〕1号),拒不改正',
      '建议对1人给予处分,无主管部门:民办机构,无上级单位', '中心审核改正报告逾期(应于2027年2月12日前)', '恢复平台正常操作',
    ]));
    const agency = await as('agency-a-1').isTold(sanction);
    expect(agency.slice(0, 2)).toEqual(['告知拟暂缓平台正常操作并责令改正,可在2026年12月1日前陈述申辩', '评价机构逾期未陈述申辩(应于2026年12月1日前)']);
    expect(await as('fuzhou').readsAsOf(sanction, 4)).toMatchObject({ stage: 'CORRECTING', documents: [{ documentNumber: '榕技督处〔2026〕1号' }] });
    expect(await as('agency-a-1').readsAsOf(sanction, 0)).toMatchObject({ stage: 'NOTIFIED' });
    expect(await as('fuzhou').toDo('&whose=ALL')).toEqual(['AcknowledgeFiling', 'CloseTraining']);
    expect(journey().server.refusals).toEqual([]);
  });
});
