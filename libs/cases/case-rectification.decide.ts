import { byAgency, byDispatcher, type CaseRule } from '#libs/cases/case.access';
import type { Case } from '#libs/cases/case.evolve';
import { namesEachOnce } from '#libs/cases/case.guards';
import { inForce } from '#libs/cases/case-deadline.decide';
import type {
  CloseCase, ExtendRectification, RecordRectificationRefusal, RemindRectification, ReturnRectification, SubmitRectificationReport,
  VerifyRectification,
} from '#libs/cases/case-rectification.commands';
import { rectificationRules } from '#libs/cases/case-rectification.rules';
import type { Context } from '#libs/event-sourcing/decider';
import type { Instant, LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { type Deadline, dueAfterCalendarDays, isLate } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar, workingDaysAfter } from '#libs/regulation/known-calendar';
import { addYears, daysBetween, isLegalDate, legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

/** A deadline on a day that somebody chose. Refuses a day that is not later than today and the day before it. */
function dueOnDay(dueOn: LegalDate, { now, known }: Context<KnowsCalendar>, before?: Deadline): Deadline {
  const today = legalDateOf(now);
  const isLater = isLegalDate(dueOn) && dueOn > today && (before === undefined || dueOn > before.date);
  require(isLater, rectificationRules.NewDateIsLater, dueOn);
  return dueAfterCalendarDays(known.calendar, today, daysBetween(today, dueOn));
}

const demandNos = ({ opinion }: Case): readonly number[] => opinion.demands.map(({ no }) => no);

function isOverdue({ deadlines: { rectification } }: Case, now: Instant): boolean {
  return rectification !== undefined && (rectification.passed || isLate(rectification.deadline, now));
}

const extendRectification: CaseRule<ExtendRectification, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byDispatcher,
  guard: (_command, state, { now }) => {
    const { stage, opinion } = state;
    require(opinion.extensions < parameter('rectification.extensions', legalDateOf(now)), rectificationRules.ExtensionIsGrantedOnce);
    require(stage === 'RECTIFYING' && !isOverdue(state, now), rectificationRules.ExtensionPrecedesTheEnd);
  },
  decide: ({ dueOn, reason }, { deadlines }, context) => {
    const rectificationDue = dueOnDay(dueOn, context, deadlines.rectification?.deadline);
    return [{ type: 'RectificationExtended', data: { reason, rectificationDue } }];
  },
};

const submitRectificationReport: CaseRule<SubmitRectificationReport, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byAgency,
  guard: ({ answers }, state) => {
    require(state.stage === 'RECTIFYING' || state.stage === 'REFUSED_TO_RECTIFY', rectificationRules.ReportFollowsTheOpinion);
    require(namesEachOnce(answers.map(({ demandNo }) => demandNo), demandNos(state)), rectificationRules.EveryDemandIsAnswered);
  },
  decide: ({ answers }, state, { now, known }) => {
    const { due, moved } = inForce('rectification', state, known);
    const late = due === undefined || isLate(due, now);
    const verificationDue = workingDaysAfter(known, now, 'verification.workingDays');
    return [...moved, { type: 'RectificationReportSubmitted', data: { version: state.opinion.reports + 1, answers, late, verificationDue } }];
  },
};

const requireReport = ({ stage }: Case): void => require(stage === 'REPORT_SUBMITTED', rectificationRules.VerificationFollowsTheReport);

const returnRectification: CaseRule<ReturnRectification, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byDispatcher,
  guard: ({ returned }, state) => {
    requireReport(state);
    const named = new Set(returned.map(({ demandNo }) => demandNo));
    require(named.size === returned.length && named.isSubsetOf(new Set(demandNos(state))), rectificationRules.ReturnNamesDemands);
  },
  decide: ({ returned, dueOn }, _state, context) => [
    { type: 'RectificationReturned', data: { returned, rectificationDue: dueOnDay(dueOn, context) } },
  ],
};

const verifyRectification: CaseRule<VerifyRectification> = {
  authorise: byDispatcher,
  guard: (_command, state) => requireReport(state),
  decide: ({ conclusion }) => [{ type: 'RectificationVerified', data: { conclusion } }],
};

const remindRectification: CaseRule<RemindRectification, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byDispatcher,
  guard: (_command, state, { now }) => {
    const due = state.stage === 'RECTIFYING' && isOverdue(state, now) && state.opinion.reminder === undefined;
    require(due, rectificationRules.ReminderFollowsTheDueDate);
  },
  decide: ({ text }, _state, { now, known }) => [
    { type: 'RectificationReminded', data: { text, answerDue: workingDaysAfter(known, now, 'rectification.reminderWorkingDays') } },
  ],
};

const recordRectificationRefusal: CaseRule<RecordRectificationRefusal> = {
  authorise: byDispatcher,
  guard: ({ ground }, { stage, opinion: { reminder } }, { now }) => {
    const silent = reminder !== undefined && isLate(reminder, now);
    require(stage === 'RECTIFYING' && (ground === 'EXPRESS_REFUSAL' || silent), rectificationRules.RefusalIsExpressOrOverdue);
  },
  decide: ({ ground, reasons }) => [{ type: 'RectificationRefused', data: { ground, reasons } }],
};

const closeCase: CaseRule<CloseCase> = {
  authorise: byDispatcher,
  guard: (_command, { stage, opinion }) => {
    const nothingDemanded = stage === 'OPINION_ISSUED' && opinion.delivered;
    require(nothingDemanded || stage === 'VERIFIED', rectificationRules.NothingIsOpenAtTheEnd);
  },
  decide: ({ summary }, { stage }, { now }) => {
    const today = legalDateOf(now);
    const keepUntil = addYears(today, parameter('retention.electronicYears', today));
    return [{ type: 'CaseClosed', data: { outcome: stage === 'VERIFIED' ? 'RECTIFIED' : 'NO_DEMANDS', summary, keepUntil } }];
  },
};

export const rectificationCommands = {
  ExtendRectification: extendRectification,
  SubmitRectificationReport: submitRectificationReport,
  ReturnRectification: returnRectification,
  VerifyRectification: verifyRectification,
  RemindRectification: remindRectification,
  RecordRectificationRefusal: recordRectificationRefusal,
  CloseCase: closeCase,
};
