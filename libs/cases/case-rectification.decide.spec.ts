import { accessRules } from '#libs/access/access.rules';
import { caseRules } from '#libs/cases/case.rules';
import { rectificationRules } from '#libs/cases/case-rectification.rules';
import { after, and, at, before, dataOf, fuzhou, opinion, otherSchool, report, school, system, through, type Told } from '#libs/cases/case-story';

const rectifying = before('SubmitRectificationReport');
const DUE = '2026-04-30T16:00:00.000Z';
const overdue = and(rectifying, system, DUE, 'FlagRectificationOverdue');
const extension = { dueOn: '2026-05-15', reason: '设备采购周期' };
const returned = { returned: [{ demandNo: 1, reason: '未见公示照片' }], dueOn: '2026-05-08' };
const extend = (events: readonly Told[], now = at('04-20'), body: object = extension) => after(events, fuzhou, now).when('ExtendRectification', body);
const hand = (events: readonly Told[], now = at('04-20'), body: object = report, by = school) => after(events, by, now).when('SubmitRectificationReport', body);

describe('while the agency rectifies', () => {
  it('one extension is granted, before the end, to a later day', () => {
    expect(dataOf(extend(rectifying).facts, 'RectificationExtended').rectificationDue.date).toBe('2026-05-15');
    extend(and(rectifying, fuzhou, at('04-20'), 'ExtendRectification', extension)).expectRefusal(rectificationRules.ExtensionIsGrantedOnce);
    extend(rectifying, DUE).expectRefusal(rectificationRules.ExtensionPrecedesTheEnd);
    extend(overdue, DUE).expectRefusal(rectificationRules.ExtensionPrecedesTheEnd);
    extend(before('DeliverOpinion')).expectRefusal(rectificationRules.ExtensionPrecedesTheEnd);
    for (const dueOn of ['2026-04-30', '2026-05-32']) extend(rectifying, at('04-20'), { ...extension, dueOn }).expectRefusal(rectificationRules.NewDateIsLater);
  });

  it('the report answers every demand once, and comes from the agency', () => {
    hand(rectifying, at('04-20'), report, otherSchool).expectRefusal(accessRules.AgencySpeaksForItself);
    hand(rectifying, at('04-20'), { answers: [] }).expectRefusal(rectificationRules.EveryDemandIsAnswered);
    hand(rectifying, at('04-20'), { answers: [...report.answers, ...report.answers] }).expectRefusal(rectificationRules.EveryDemandIsAnswered);
    hand(before('DeliverOpinion')).expectRefusal(rectificationRules.ReportFollowsTheOpinion);
    const data = dataOf(hand(rectifying).facts, 'RectificationReportSubmitted');
    expect([data.version, data.late, data.verificationDue.days, data.verificationDue.date]).toEqual([1, false, 15, '2026-05-13']);
  });

  it('a report after the end is taken and marked late', () => {
    expect(dataOf(hand(rectifying, DUE).facts, 'RectificationReportSubmitted').late).toBe(true);
    expect(dataOf(hand(overdue, at('05-06')).facts, 'RectificationReportSubmitted').late).toBe(true);
  });

  it('is flagged once at the end, and not before an extended end', () => {
    after(rectifying, system, '2026-04-30T15:59:59.999Z').when('FlagRectificationOverdue').expectFacts([]);
    after(overdue, system, DUE).when('FlagRectificationOverdue').expectFacts([]);
    after(rectifying, fuzhou, DUE).when('FlagRectificationOverdue').expectRefusal(accessRules.OnlyTheSystem);
    const longer = and(rectifying, fuzhou, at('04-20'), 'ExtendRectification', extension);
    after(longer, system, DUE).when('FlagRectificationOverdue').expectFacts([]);
  });

  it('refusal is express, or overdue after a reminder that ran out; a report still follows it', () => {
    const remind = (events: readonly Told[], now = at('05-06')) => after(events, fuzhou, now).when('RemindRectification', { text: '请尽快整改' });
    const refuse = (events: readonly Told[], ground: string, now = at('05-08')) =>
      after(events, fuzhou, now).when('RecordRectificationRefusal', { ground, reasons: '经催告未落实' });
    remind(rectifying, at('04-20')).expectRefusal(rectificationRules.ReminderFollowsTheDueDate);
    const reminded = and(overdue, fuzhou, at('05-06'), 'RemindRectification', { text: '请尽快整改' });
    remind(reminded).expectRefusal(rectificationRules.ReminderFollowsTheDueDate);
    refuse(overdue, 'OVERDUE_AFTER_REMINDER').expectRefusal(rectificationRules.RefusalIsExpressOrOverdue);
    refuse(reminded, 'OVERDUE_AFTER_REMINDER').expectRefusal(rectificationRules.RefusalIsExpressOrOverdue);
    refuse(reminded, 'OVERDUE_AFTER_REMINDER', at('05-14')).expectTypes(['RectificationRefused']);
    refuse(rectifying, 'EXPRESS_REFUSAL').expectTypes(['RectificationRefused']);
    refuse(through('SubmitRectificationReport'), 'EXPRESS_REFUSAL').expectRefusal(rectificationRules.RefusalIsExpressOrOverdue);
    const refused = and(rectifying, fuzhou, at('04-20'), 'RecordRectificationRefusal', { ground: 'EXPRESS_REFUSAL', reasons: '书面拒绝' });
    after(refused, system, DUE).when('FlagRectificationOverdue').expectFacts([]);
    hand(refused, at('05-20')).expectTypes(['RectificationReportSubmitted']);
    after(refused, fuzhou, at('05-20')).when('CloseCase', { summary: '转处理' }).expectRefusal(rectificationRules.NothingIsOpenAtTheEnd);
  });
});

describe('when the report is there', () => {
  const reported = through('SubmitRectificationReport');
  const turnBack = (change: object = {}, events = reported) => after(events, fuzhou, at('04-22')).when('ReturnRectification', { ...returned, ...change });

  it('it is returned with reasons and a new day, and comes again as the next version', () => {
    turnBack({ returned: [{ demandNo: 2, reason: '未落实' }] }).expectRefusal(rectificationRules.ReturnNamesDemands);
    turnBack({ returned: [...returned.returned, ...returned.returned] }).expectRefusal(rectificationRules.ReturnNamesDemands);
    turnBack({ dueOn: '2026-04-22' }).expectRefusal(rectificationRules.NewDateIsLater);
    turnBack({}, rectifying).expectRefusal(rectificationRules.VerificationFollowsTheReport);
    const again = and(reported, fuzhou, at('04-22'), 'ReturnRectification', returned);
    expect(dataOf(hand(again, at('05-07')).facts, 'RectificationReportSubmitted')).toMatchObject({ version: 2, late: false });
  });

  it('it is not sent twice, and is verified once', () => {
    hand(reported).expectRefusal(rectificationRules.ReportFollowsTheOpinion);
    after(rectifying, fuzhou, at('04-22')).when('VerifyRectification', { conclusion: '到位' }).expectRefusal(rectificationRules.VerificationFollowsTheReport);
    after(through('VerifyRectification'), fuzhou, at('04-22')).when('VerifyRectification', { conclusion: '到位' })
      .expectRefusal(rectificationRules.VerificationFollowsTheReport);
  });

  it('a verification that waits too long is flagged once', () => {
    const end = '2026-05-13T16:00:00.000Z';
    after(reported, system, at('05-13')).when('FlagVerificationOverdue').expectFacts([]);
    const flagged = and(reported, system, end, 'FlagVerificationOverdue');
    expect(flagged.at(-1)?.type).toBe('VerificationOverdue');
    after(flagged, system, end).when('FlagVerificationOverdue').expectFacts([]);
    after(through('VerifyRectification'), system, end).when('FlagVerificationOverdue').expectFacts([]);
  });
});

describe('closing', () => {
  const close = (events: readonly Told[], now = at('04-23')) => after(events, fuzhou, now).when('CloseCase', { summary: '归档' });

  it('waits for the verification, or for the delivery of an opinion without demands', () => {
    close(rectifying).expectRefusal(rectificationRules.NothingIsOpenAtTheEnd);
    close(through('VerifyRectification')).expectFacts([{ type: 'CaseClosed', data: { outcome: 'RECTIFIED', summary: '归档', keepUntil: '2031-04-23' } }]);
    const lenient = and(before('IssueOpinion'), fuzhou, at('04-03'), 'IssueOpinion', { ...opinion, demands: [] });
    close(lenient).expectRefusal(rectificationRules.NothingIsOpenAtTheEnd);
    const delivered = and(lenient, fuzhou, at('04-03'), 'DeliverOpinion', { channel: 'POST' });
    expect(dataOf(close(delivered).facts, 'CaseClosed').outcome).toBe('NO_DEMANDS');
  });

  it('is the end', () => {
    close(through('CloseCase')).expectRefusal(caseRules.CaseIsStillOpen);
    hand(through('CloseCase')).expectRefusal(caseRules.CaseIsStillOpen);
    after(through('CloseCase'), system, at('05-20')).when('FlagVerificationOverdue').expectFacts([]);
  });
});
