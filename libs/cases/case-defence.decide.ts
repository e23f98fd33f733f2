import { byAgency, byDispatcher, type CaseRule } from '#libs/cases/case.access';
import type { CaseEvent } from '#libs/cases/case.events';
import type { Case } from '#libs/cases/case.evolve';
import { namesEachOnce } from '#libs/cases/case.guards';
import { inForce } from '#libs/cases/case-deadline.decide';
import type { AnalyseDefence, SubmitDefence, WaiveDefence } from '#libs/cases/case-opinion.commands';
import { opinionRules } from '#libs/cases/case-opinion.rules';
import type { Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { isLate } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';

/** Also where the timer is late, nothing comes in after the last moment. Returns the fact that the period moved, if it did. */
function requirePeriod(state: Case, { now, known }: Context<KnowsCalendar>): readonly CaseEvent[] {
  const { due, moved } = inForce('defence', state, known);
  const running = state.stage === 'PRELIMINARY_DELIVERED' && due !== undefined && !isLate(due, now);
  require(running, opinionRules.DefenceFallsIntoItsPeriod);
  return moved;
}

const submitDefence: CaseRule<SubmitDefence, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byAgency,
  decide: ({ points, evidence, isFinal }, state, context) => {
    const moved = requirePeriod(state, context);
    const known = (state.opinion.preliminary?.findings ?? []).map(({ no }) => no);
    require(points.every(({ findingNo }) => findingNo === undefined || known.includes(findingNo)), opinionRules.DefencePointsAtFindings);
    const numbered = points.map((point, index) => ({ no: state.opinion.points + index + 1, ...point }));
    return [...moved, { type: 'DefenceSubmitted', data: { points: numbered, evidence, isFinal } }];
  },
};

const waiveDefence: CaseRule<WaiveDefence, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byAgency,
  decide: ({ statement }, state, context) => {
    const moved = requirePeriod(state, context);
    require(state.opinion.points === 0, opinionRules.WaiverPrecedesAnyDefence);
    return [...moved, { type: 'DefenceWaived', data: { statement } }];
  },
};

/** The period is over, by a fact or by the clock alone: by the calendar as it is now, as for the agency. */
function requireOver(state: Case, { now, known }: Context<KnowsCalendar>): readonly CaseEvent[] {
  if (state.stage === 'DEFENCE_CLOSED') return [];
  const { due, moved } = inForce('defence', state, known);
  const over = state.stage === 'PRELIMINARY_DELIVERED' && due !== undefined && isLate(due, now);
  require(over, opinionRules.AnalysisFollowsTheDefence);
  return moved;
}

const analyseDefence: CaseRule<AnalyseDefence, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byDispatcher,
  decide: ({ answers }, state, context) => {
    const { points, answers: earlier } = state.opinion;
    const moved = requireOver(state, context);
    require(points > 0 && earlier.length === 0, opinionRules.AnalysisFollowsTheDefence);
    const wanted = Array.from({ length: points }, (_none, index) => index + 1);
    require(namesEachOnce(answers.map(({ pointNo }) => pointNo), wanted), opinionRules.EveryPointIsAnswered);
    return [...moved, { type: 'DefenceAnalysed', data: { answers } }];
  },
};

export const defenceCommands = { SubmitDefence: submitDefence, WaiveDefence: waiveDefence, AnalyseDefence: analyseDefence };
