import type { AcceptCorrection, RecordCorrectionRefusal, RemindCorrection, ReturnCorrection, SubmitCorrection } from '#libs/agencies/agency-correction.commands';
import type { Correction } from '#libs/agencies/agency-correction.evolve';
import type { AgencySanctionCase } from '#libs/agencies/agency-sanction.evolve';
import { byAgency, byCenter, bySystem, correctionDue, gatherOwnStanding, type KnowsStanding, requireNotRevoked, requireOpen, type SanctionCaseRule } from '#libs/agencies/agency-sanction.guards';
import { correctionRules } from '#libs/agencies/agency-sanction.rules';
import type { Instant } from '#libs/event-sourcing/event';
import { require, type Rule } from '#libs/event-sourcing/rule';
import { isLate } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar, workingDaysAfter } from '#libs/regulation/known-calendar';

/** The correction, where it has come to one of these steps. */
function requireStep(state: AgencySanctionCase, steps: readonly Correction['step'][], rule: Rule): Correction {
  requireOpen(state);
  const { correction } = state;
  require(correction !== undefined && steps.includes(correction.step), rule);
  return correction;
}

const isOverdue = ({ due, overdue }: Correction, now: Instant): boolean => overdue || isLate(due, now);

/** Also after a refusal: whoever corrects at last is heard. */
const submitCorrection: SanctionCaseRule<SubmitCorrection, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byAgency,
  guard: (_command, state) => {
    requireStep(state, ['ORDERED', 'REFUSED'], correctionRules.ReportFollowsTheOrder);
  },
  decide: ({ report, evidence }, state, { now, known }) => {
    const correction = requireStep(state, ['ORDERED', 'REFUSED'], correctionRules.ReportFollowsTheOrder);
    const decisionDue = workingDaysAfter(known, now, 'sanction.correctionDecisionWorkingDays');
    return [{ type: 'CorrectionSubmitted', data: { version: correction.reports + 1, report, evidence, late: isOverdue(correction, now), decisionDue } }];
  },
};

/** The hold serves the correction: with it, it ends. */
const acceptCorrection: SanctionCaseRule<AcceptCorrection, KnowsStanding> = {
  gather: gatherOwnStanding,
  authorise: byCenter,
  guard: (_command, state, { known }) => {
    requireNotRevoked(known);
    requireStep(state, ['SUBMITTED'], correctionRules.DecisionFollowsTheReport);
  },
  decide: ({ conclusion }, { agencyId }) => [
    { type: 'CorrectionAccepted', data: { conclusion } },
    { type: 'PlatformOperationResumed', data: { agencyId } },
  ],
};

const returnCorrection: SanctionCaseRule<ReturnCorrection, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byCenter,
  guard: (_command, state) => {
    requireStep(state, ['SUBMITTED'], correctionRules.DecisionFollowsTheReport);
  },
  decide: ({ reasons, correctionDueOn }, _state, context) => [{ type: 'CorrectionReturned', data: { reasons, correctionDue: correctionDue(correctionDueOn, context) } }],
};

const remindCorrection: SanctionCaseRule<RemindCorrection, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byCenter,
  guard: (_command, state, { now }) => {
    const correction = requireStep(state, ['ORDERED'], correctionRules.ReminderFollowsTheDate);
    require(isOverdue(correction, now) && correction.reminder === undefined, correctionRules.ReminderFollowsTheDate);
  },
  decide: ({ text }, _state, { now, known }) => [
    { type: 'CorrectionReminded', data: { text, answerDue: workingDaysAfter(known, now, 'sanction.correctionReminderWorkingDays') } },
  ],
};

const recordCorrectionRefusal: SanctionCaseRule<RecordCorrectionRefusal> = {
  authorise: byCenter,
  guard: ({ ground }, state, { now }) => {
    const { reminder } = requireStep(state, ['ORDERED'], correctionRules.RefusalIsExpressOrAfterReminder);
    const silent = reminder !== undefined && isLate(reminder, now);
    require(ground === 'EXPRESS_REFUSAL' || silent, correctionRules.RefusalIsExpressOrAfterReminder);
  },
  decide: ({ ground, reasons }) => [{ type: 'CorrectionRefused', data: { ground, reasons } }],
};

const flagCorrectionOverdue: SanctionCaseRule<object> = {
  authorise: bySystem,
  decide: (_command, { ended, correction }, { now }) =>
    ended === undefined && correction?.step === 'ORDERED' && !correction.overdue && isLate(correction.due, now)
      ? [{ type: 'CorrectionOverdue', data: { due: correction.due } }]
      : [],
};

const flagCorrectionDecisionOverdue: SanctionCaseRule<object> = {
  authorise: bySystem,
  decide: (_command, { ended, correction }, { now }) => {
    const due = ended === undefined && correction?.step === 'SUBMITTED' && !correction.decisionOverdue ? correction.decisionDue : undefined;
    return due !== undefined && isLate(due, now) ? [{ type: 'CorrectionDecisionOverdue', data: { due } }] : [];
  },
};

export const correctionCommands = {
  SubmitCorrection: submitCorrection,
  AcceptCorrection: acceptCorrection,
  ReturnCorrection: returnCorrection,
  RemindCorrection: remindCorrection,
  RecordCorrectionRefusal: recordCorrectionRefusal,
  FlagCorrectionOverdue: flagCorrectionOverdue,
  FlagCorrectionDecisionOverdue: flagCorrectionDecisionOverdue,
};
