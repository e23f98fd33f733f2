import { requireSystem } from '#libs/access/policy';
import { require } from '#libs/event-sourcing/rule';
import { dueAfterCalendarDays, isLate } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';
import { addDays, addMonths, legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';
import type {
  CloseAssessmentPeriod, ConcludeAssessment, DecideObjection, InformSupervisor, OpenAssessmentPeriod, RaiseObjection, TakeFailDecision,
} from '#libs/supervisors/assessment.commands';
import { openPeriod } from '#libs/supervisors/assessment.evolve';
import { type AssessmentRule, byDispatcher, bySupervisor, requirePeriod } from '#libs/supervisors/assessment.guards';
import { assessmentRules } from '#libs/supervisors/assessment.rules';
import { isDay } from '#libs/supervisors/guards.decide';
import { sanctionRules } from '#libs/supervisors/sanction.rules';

/** The conclusion is due so many days after the period, or after the day of opening where the period was over by then. */
const openAssessmentPeriod: AssessmentRule<OpenAssessmentPeriod, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byDispatcher,
  decide: ({ assessmentNo, from }, state, { now, known: { calendar } }) => {
    const today = legalDateOf(now);
    require(isDay(from) && from <= today, assessmentRules.PeriodDayIsReal, from);
    const isNext = openPeriod(state) === undefined && state.periods.every((period) => period.assessmentNo !== assessmentNo && period.to < from);
    require(isNext, assessmentRules.OneAssessmentAtATime, assessmentNo);
    const cycleMonths = parameter('assessment.cycleMonths', from);
    const to = addDays(addMonths(from, cycleMonths), -1);
    const conclusionDue = dueAfterCalendarDays(calendar, to < today ? today : to, parameter('assessment.conclusionCalendarDays', from));
    return [{ type: 'AssessmentPeriodOpened', data: { assessmentNo, from, to, cycleMonths, conclusionDue } }];
  },
};

const flagAssessmentOverdue: AssessmentRule<object> = {
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: (_command, state, { now }) => {
    const { assessmentNo, conclusionDue: due, overdue, result } = openPeriod(state) ?? {};
    const isOverdue = assessmentNo !== undefined && due !== undefined && overdue === undefined && result === undefined && isLate(due, now);
    return isOverdue ? [{ type: 'AssessmentOverdue', data: { assessmentNo, due } }] : [];
  },
};

const concludeAssessment: AssessmentRule<ConcludeAssessment> = {
  authorise: byDispatcher,
  decide: ({ result, reasons }, state, { now }) => {
    const { assessmentNo, to, result: earlier } = requirePeriod(state, assessmentRules.ConclusionFollowsThePeriod);
    require(earlier === undefined && to < legalDateOf(now), assessmentRules.ConclusionFollowsThePeriod, to);
    require(reasons.trim() !== '', sanctionRules.DecisionSaysReasons);
    return [{ type: 'AssessmentConcluded', data: { assessmentNo, result, reasons } }];
  },
};

const informSupervisor: AssessmentRule<InformSupervisor> = {
  authorise: byDispatcher,
  decide: (_command, state) => {
    const { assessmentNo, result, informed } = requirePeriod(state, assessmentRules.ConclusionIsTold);
    require(result !== undefined && !informed, assessmentRules.ConclusionIsTold);
    return [{ type: 'SupervisorInformed', data: { assessmentNo } }];
  },
};

const raiseObjection: AssessmentRule<RaiseObjection> = {
  authorise: bySupervisor,
  decide: ({ statement }, state) => {
    const { assessmentNo, result, informed, objection, failDecision } = requirePeriod(state, assessmentRules.ObjectionIsOpen);
    require(informed && result === 'FAIL' && objection === undefined && failDecision === undefined, assessmentRules.ObjectionIsOpen);
    return [{ type: 'ObjectionRaised', data: { assessmentNo, statement } }];
  },
};

const decideObjection: AssessmentRule<DecideObjection> = {
  authorise: byDispatcher,
  decide: ({ outcome, reasons }, state) => {
    const { assessmentNo, objection } = requirePeriod(state, assessmentRules.ObjectionIsDecidedFirst);
    require(objection === 'RAISED', assessmentRules.ObjectionIsDecidedFirst);
    require(reasons.trim() !== '', sanctionRules.DecisionSaysReasons);
    return [{ type: 'ObjectionDecided', data: { assessmentNo, outcome, reasons } }];
  },
};

const takeFailDecision: AssessmentRule<TakeFailDecision> = {
  authorise: byDispatcher,
  decide: ({ decision, reasons }, state) => {
    const { assessmentNo, result, informed, objection, failDecision } = requirePeriod(state, assessmentRules.FailureHasOneDecision);
    require(result === 'FAIL' && failDecision === undefined, assessmentRules.FailureHasOneDecision);
    require(informed, assessmentRules.ConclusionIsTold);
    require(objection !== 'RAISED', assessmentRules.ObjectionIsDecidedFirst);
    require(reasons.trim() !== '', sanctionRules.DecisionSaysReasons);
    return [{ type: 'FailDecisionTaken', data: { assessmentNo, decision, reasons } }];
  },
};

const closeAssessmentPeriod: AssessmentRule<CloseAssessmentPeriod> = {
  authorise: byDispatcher,
  decide: (_command, state) => {
    const { assessmentNo, result, informed, objection, failDecision } = requirePeriod(state, assessmentRules.ConclusionFollowsThePeriod);
    require(informed, assessmentRules.ConclusionIsTold);
    require(objection !== 'RAISED', assessmentRules.ObjectionIsDecidedFirst);
    require(result === 'PASS' || failDecision !== undefined, assessmentRules.FailureHasOneDecision);
    return [{ type: 'AssessmentPeriodClosed', data: { assessmentNo } }];
  },
};

export const assessmentPeriods = {
  OpenAssessmentPeriod: openAssessmentPeriod,
  FlagAssessmentOverdue: flagAssessmentOverdue,
  ConcludeAssessment: concludeAssessment,
  InformSupervisor: informSupervisor,
  RaiseObjection: raiseObjection,
  DecideObjection: decideObjection,
  TakeFailDecision: takeFailDecision,
  CloseAssessmentPeriod: closeAssessmentPeriod,
};
