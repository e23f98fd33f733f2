import { bySystem, byDispatcher, type CaseRule } from '#libs/cases/case.access';
import type { CaseEvent } from '#libs/cases/case.events';
import type { Case } from '#libs/cases/case.evolve';
import { DEADLINE_NAMES, type DeadlineName, type DeadlineRecomputed } from '#libs/cases/case-rectification.events';
import type { Context } from '#libs/event-sourcing/decider';
import { countedIn, type Deadline, isLate, isSameDay, movedIn } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';

/** The same period in the calendar as it is now; undefined where that changes nothing. */
function recount(deadline: DeadlineName, before: Deadline, { calendar }: KnowsCalendar): DeadlineRecomputed | undefined {
  const after = countedIn(calendar, before);
  if (isSameDay(before, after)) return undefined;
  return { type: 'DeadlineRecomputed', data: { deadline, before, after } };
}

/** An open deadline, a provisional one as the calendar of today gives it, and the fact that it moved. */
export function inForce(name: DeadlineName, state: Case, known: KnowsCalendar): { due?: Deadline; moved: readonly CaseEvent[] } {
  const open = state.deadlines[name];
  if (open === undefined) return { moved: [] };
  const moved = open.passed || !open.deadline.provisional ? undefined : recount(name, open.deadline, known);
  return moved === undefined ? { due: open.deadline, moved: [] } : { due: moved.data.after, moved: [moved] };
}

/** What time itself does once a deadline has run out; nothing where it was met, moved or flagged before. */
const timed = (name: DeadlineName, facts: (due: Deadline, state: Case) => CaseEvent): CaseRule<object, KnowsCalendar> => ({
  gather: gatherCalendar,
  authorise: bySystem,
  decide: (_command, state, { now, known }) => {
    const { due, moved } = inForce(name, state, known);
    if (due === undefined || state.deadlines[name]?.passed === true) return [];
    return isLate(due, now) ? [...moved, facts(due, state)] : moved;
  },
});

function recomputed(name: DeadlineName, { deadlines }: Case, { now, known }: Context<KnowsCalendar>): readonly CaseEvent[] {
  const open = deadlines[name];
  const after = open && movedIn(known.calendar, open.deadline, now);
  return open === undefined || after === undefined ? [] : [{ type: 'DeadlineRecomputed', data: { deadline: name, before: open.deadline, after } }];
}

const recomputeDeadlines: CaseRule<object, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: (command, state, context) => (context.actor.role === 'SYSTEM' ? bySystem : byDispatcher)(command, state, context),
  decide: (_command, state, context) => DEADLINE_NAMES.flatMap((name) => recomputed(name, state, context)),
};

export const deadlineCommands = {
  RecordSelfReportMissing: timed('selfReport', (due) => ({ type: 'SelfReportMissing', data: { due } })),
  FlagPreliminaryOverdue: timed('preliminary', (due) => ({ type: 'PreliminaryOverdue', data: { due } })),
  LapseDefence: timed('defence', (due, { opinion }) => ({ type: opinion.points === 0 ? 'DefenceLapsed' : 'DefencePeriodEnded', data: { due } })),
  FlagOpinionOverdue: timed('opinion', (due) => ({ type: 'OpinionOverdue', data: { due } })),
  FlagRectificationOverdue: timed('rectification', (due) => ({ type: 'RectificationOverdue', data: { due } })),
  FlagVerificationOverdue: timed('verification', (due) => ({ type: 'VerificationOverdue', data: { due } })),
  RecomputeDeadlines: recomputeDeadlines,
};
