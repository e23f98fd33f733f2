import { accessRules } from '#libs/access/access.rules';
import { hold, sanctioning, sanctionPhases, type SanctionTold, statement } from '#libs/agencies/agency-sanction-story';
import { agencySanctionRules, correctionRules } from '#libs/agencies/agency-sanction.rules';
import { fuzhou, otherSchool, province, school, system } from '#libs/cases/case-story';
import { LEGAL_BASES } from '#libs/regulation/legal-bases';

const { opened, notified, held, reminded, submitted, refused, resumed } = sanctionPhases;
const decide = (events: readonly SanctionTold[], day = '04-13', change: object = {}) => sanctioning(events, fuzhou, day).when('HoldPlatformOperation', { ...hold, ...change });
const told = (fact: Omit<SanctionTold, 'occurredAt'>): SanctionTold => ({ ...fact, occurredAt: '2026-04-09T02:00:00.000Z' }) as SanctionTold;
const waived = [...notified, told({ type: 'StatementWaived', data: {} })];
const spoken = [...notified, told({ type: 'StatementReceived', data: statement })];

describe('holding the platform’s normal operation', () => {
  it('comes with an order to correct, under a number of the centre', () => {
    const { facts } = decide(waived);
    expect(facts).toMatchObject([
      { type: 'PlatformOperationHeld', data: { agencyId: 'agency-1', center: '3501', documentNumber: '榕技督处〔2026〕7号', grounds: ['G2'], bases: LEGAL_BASES, reasons: '事实清楚' } },
      { type: 'CorrectionOrdered', data: { demands: ['不得再阻挠'], correctionDue: { date: '2026-05-15' } } },
    ]);
    expect(facts[0]?.data).not.toHaveProperty('withoutNotice');
    expect(decide(waived, '04-13', { correctionDueOn: undefined }).facts[1]).toMatchObject({ data: { correctionDue: { kind: 'CD', days: 30, date: '2026-05-13' } } });
  });

  it('waits until the agency has spoken, waived it, or let the period pass', () => {
    decide(notified).expectRefusal(agencySanctionRules.AgencyIsHeardFirst);
    decide(notified, '04-16').expectTypes(['StatementLapsed', 'PlatformOperationHeld', 'CorrectionOrdered']);
    decide(spoken, '04-13', { replyToStatement: '不予采纳' }).expectTypes(['PlatformOperationHeld', 'CorrectionOrdered']);
    decide(notified, '04-13', { withoutNotice: '紧急' }).expectRefusal(agencySanctionRules.AgencyIsHeardFirst);
  });

  it('answers what the agency said', () => {
    expect(decide(spoken, '04-13', { replyToStatement: '不予采纳' }).facts[0]).toMatchObject({ data: { replyToStatement: '不予采纳' } });
    expect(decide(waived).facts[0]?.data).not.toHaveProperty('replyToStatement');
    decide(spoken).expectRefusal(agencySanctionRules.DecisionAnswersTheStatement);
    decide(spoken, '04-13', { replyToStatement: ' ' }).expectRefusal(agencySanctionRules.DecisionAnswersTheStatement);
  });

  it('may come without notice where it says why', () => {
    decide(opened).expectRefusal(agencySanctionRules.AgencyIsHeardFirst);
    decide(opened, '04-13', { withoutNotice: ' ' }).expectRefusal(agencySanctionRules.AgencyIsHeardFirst);
    expect(decide(opened, '04-13', { withoutNotice: '督导正在进行' }).facts[0]).toMatchObject({ data: { withoutNotice: '督导正在进行' } });
    expect(decide(waived, '04-13', { withoutNotice: '督导正在进行' }).facts[0]?.data).not.toHaveProperty('withoutNotice');
  });

  it('gives reasons, bases, demands and a day to come', () => {
    for (const change of [{ reasons: ' ' }, { bases: [] }, { bases: [' '] }, { bases: [...LEGAL_BASES, ' '] }]) decide(waived, '04-13', change).expectRefusal(agencySanctionRules.DecisionGivesReasonsAndBases);
    for (const change of [{ demands: [] }, { demands: [' '] }, { correctionDueOn: '2026-04-13' }, { correctionDueOn: '2026-06-31' }]) {
      decide(waived, '04-13', change).expectRefusal(agencySanctionRules.OrderNamesDemandsAndDate);
    }
  });

  it('is decided once, by the centre that opened the case', () => {
    decide(held, '04-14', { withoutNotice: '再次' }).expectRefusal(agencySanctionRules.HoldIsDecidedOnce);
    decide(resumed, '05-08').expectRefusal(agencySanctionRules.SanctionCaseIsOpen);
    sanctioning(waived, province, '04-13').when('HoldPlatformOperation', hold).expectRefusal(agencySanctionRules.OnlyTheOpeningCenterDecides);
    sanctioning(waived, school, '04-13').when('HoldPlatformOperation', hold).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });
});

describe('correcting', () => {
  const report = { report: '已改正', evidence: ['ev-2'] };
  const submit = (events: readonly SanctionTold[], day: string) => sanctioning(events, school, day).when('SubmitCorrection', report);

  it('is reported by the agency, and the centre has fifteen working days to decide', () => {
    expect(submit(held, '05-06').facts).toMatchObject([{ type: 'CorrectionSubmitted', data: { ...report, version: 1, late: false, decisionDue: { kind: 'WD', days: 15 } } }]);
    expect(submit(held, '05-15').facts).toMatchObject([{ data: { late: false } }]);
    expect(submit(held, '05-16').facts).toMatchObject([{ data: { late: true } }]);
    submit(opened, '04-08').expectRefusal(correctionRules.ReportFollowsTheOrder);
    submit(submitted, '05-07').expectRefusal(correctionRules.ReportFollowsTheOrder);
    submit(resumed, '05-08').expectRefusal(agencySanctionRules.SanctionCaseIsOpen);
    sanctioning(held, otherSchool, '05-06').when('SubmitCorrection', report).expectRefusal(accessRules.AgencySpeaksForItself);
  });

  it('is still heard after a refusal', () => submit(refused, '05-07').expectTypes(['CorrectionSubmitted']));

  it('ends the hold where it is accepted', () => {
    sanctioning(submitted, fuzhou, '05-07').when('AcceptCorrection', { conclusion: '到位' }).expectFacts([
      { type: 'CorrectionAccepted', data: { conclusion: '到位' } },
      { type: 'PlatformOperationResumed', data: { agencyId: 'agency-1' } },
    ]);
    sanctioning(held, fuzhou, '05-07').when('AcceptCorrection', { conclusion: '到位' }).expectRefusal(correctionRules.DecisionFollowsTheReport);
    sanctioning(submitted, school, '05-07').when('AcceptCorrection', { conclusion: '到位' }).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });

  it('is returned with reasons and a new day, and may be reported again', () => {
    const back = { reasons: '未见制度', correctionDueOn: '2026-06-01' };
    const returned = sanctioning(submitted, fuzhou, '05-07').when('ReturnCorrection', back);
    expect(returned.facts).toMatchObject([{ type: 'CorrectionReturned', data: { reasons: '未见制度', correctionDue: { date: '2026-06-01' } } }]);
    const again = [...submitted, ...returned.facts.map((fact) => ({ ...fact, occurredAt: '2026-05-07T02:00:00.000Z' }))];
    expect(submit(again, '05-20').facts).toMatchObject([{ data: { version: 2, late: false } }]);
    sanctioning(held, fuzhou, '05-07').when('ReturnCorrection', back).expectRefusal(correctionRules.DecisionFollowsTheReport);
    sanctioning(submitted, fuzhou, '05-07').when('ReturnCorrection', { ...back, correctionDueOn: '2026-05-07' }).expectRefusal(agencySanctionRules.OrderNamesDemandsAndDate);
    sanctioning(submitted, province, '05-07').when('ReturnCorrection', back).expectRefusal(agencySanctionRules.OnlyTheOpeningCenterDecides);
  });

  it('is reminded of once, after the day', () => {
    const remind = (events: readonly SanctionTold[], day: string) => sanctioning(events, fuzhou, day).when('RemindCorrection', { text: '请改正' });
    remind(held, '05-15').expectRefusal(correctionRules.ReminderFollowsTheDate);
    expect(remind(held, '05-16').facts).toMatchObject([{ type: 'CorrectionReminded', data: { answerDue: { kind: 'WD', days: 5, date: '2026-05-22' } } }]);
    remind(reminded, '05-19').expectRefusal(correctionRules.ReminderFollowsTheDate);
    remind(submitted, '05-20').expectRefusal(correctionRules.ReminderFollowsTheDate);
    sanctioning(held, school, '05-16').when('RemindCorrection', { text: '请改正' }).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });

  it('is refused expressly, or by silence after the reminder', () => {
    const refuse = (events: readonly SanctionTold[], day: string, ground: string) => sanctioning(events, fuzhou, day).when('RecordCorrectionRefusal', { ground, reasons: '拒绝' });
    refuse(held, '04-14', 'EXPRESS_REFUSAL').expectFacts([{ type: 'CorrectionRefused', data: { ground: 'EXPRESS_REFUSAL', reasons: '拒绝' } }]);
    refuse(held, '05-30', 'OVERDUE_AFTER_REMINDER').expectRefusal(correctionRules.RefusalIsExpressOrAfterReminder);
    refuse(reminded, '05-26', 'OVERDUE_AFTER_REMINDER').expectTypes(['CorrectionRefused']);
    refuse(reminded, '05-25', 'OVERDUE_AFTER_REMINDER').expectRefusal(correctionRules.RefusalIsExpressOrAfterReminder);
    refuse(refused, '05-25', 'EXPRESS_REFUSAL').expectRefusal(correctionRules.RefusalIsExpressOrAfterReminder);
    sanctioning(held, school, '05-16').when('RecordCorrectionRefusal', { ground: 'EXPRESS_REFUSAL', reasons: '拒绝' }).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });
});

describe('time', () => {
  const flag = (events: readonly SanctionTold[], day: string, name: string) => sanctioning(events, system, day).when(name);
  const gone: SanctionTold = told({ type: 'SanctionWithdrawn', data: { agencyId: 'agency-1', withdrawnBy: '3501', reasons: '错案' } });

  it('flags a correction that is overdue, once', () => {
    flag(held, '05-15', 'FlagCorrectionOverdue').expectFacts([]);
    flag(held, '05-16', 'FlagCorrectionOverdue').expectTypes(['CorrectionOverdue']);
    for (const events of [reminded, submitted, refused, opened, [...held, gone]]) flag(events, '05-26', 'FlagCorrectionOverdue').expectFacts([]);
    sanctioning(held, fuzhou, '05-16').when('FlagCorrectionOverdue').expectRefusal(accessRules.OnlyTheSystem);
  });

  it('flags a centre that has not decided, once', () => {
    flag(submitted, '05-26', 'FlagCorrectionDecisionOverdue').expectFacts([]);
    const late = flag(submitted, '05-27', 'FlagCorrectionDecisionOverdue');
    late.expectTypes(['CorrectionDecisionOverdue']);
    const flagged = [...submitted, ...late.facts.map((fact) => ({ ...fact, occurredAt: '2026-05-28T02:00:00.000Z' }))];
    for (const events of [flagged, held, resumed, [...submitted, gone]]) flag(events, '06-30', 'FlagCorrectionDecisionOverdue').expectFacts([]);
    sanctioning(submitted, fuzhou, '05-28').when('FlagCorrectionDecisionOverdue').expectRefusal(accessRules.OnlyTheSystem);
  });
});
