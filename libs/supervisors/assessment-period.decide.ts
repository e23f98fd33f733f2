import { require } from '#libs/event-sourcing/rule';
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

const openAssessmentPeriod: AssessmentRule<OpenAssessmentPeriod> = {
  authorise: byDispatcher,
  decide: ({ assessmentNo, from }, state, { now }) => {
    require(isDay(from) && from <= legalDateOf(now), assessmentRules.PeriodDayIsReal, from);
    const isNext = openPeriod(state) === undefined && state.periods.every((period) => period.assessmentNo !== assessmentNo && period.to < from);
    require(isNext, assessmentRules.OneAssessmentAtATime, assessmentNo);
    const cycleMonths = parameter('assessment.cycleMonths', from);
    return [{ type: 'AssessmentPeriodOpened', data: { assessmentNo, from, to: addDays(addMonths(from, cycleMonths), -1), cycleMonths } }];
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
  ConcludeAssessment: concludeAssessment,
  InformSupervisor: informSupervisor,
  RaiseObjection: raiseObjection,
  DecideObjection: decideObjection,
  TakeFailDecision: takeFailDecision,
  CloseAssessmentPeriod: closeAssessmentPeriod,
};
