import { bySystem, byDispatcher, type CaseRule } from '#libs/cases/case.access';
import { gatherCalendar, type KnowsCalendar } from '#libs/cases/case.calendar';
import type { CaseEvent } from '#libs/cases/case.events';
import type { Case } from '#libs/cases/case.evolve';
import { DEADLINE_NAMES, type DeadlineName, type DeadlineRecomputed } from '#libs/cases/case-rectification.events';
import type { Instant } from '#libs/event-sourcing/event';
import { type Deadline, dueAfterCalendarDays, dueAfterWorkingDays, isLate } from '#libs/regulation/deadline';

/** The same period counted in the calendar as it is now; undefined where that changes nothing. */
function recount(deadline: DeadlineName, before: Deadline, { calendar }: KnowsCalendar): DeadlineRecomputed | undefined {
  if (!before.provisional) return undefined;
  const count = before.kind === 'WD' ? dueAfterWorkingDays : dueAfterCalendarDays;
  const after = count(calendar, before.start, before.days);
  if (after.date === before.date && after.provisional) return undefined;
  return { type: 'DeadlineRecomputed', data: { deadline, before, after } };
}

/** An open deadline as the calendar of today gives it, and the fact that it moved. */
export function inForce(name: DeadlineName, state: Case, known: KnowsCalendar): { due?: Deadline; moved: readonly CaseEvent[] } {
  const open = state.deadlines[name];
  if (open === undefined) return { moved: [] };
  const moved = open.passed ? undefined : recount(name, open.deadline, known);
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

/** Deadlines that have ended or would end in the past do not move. */
const movable = (now: Instant) => (event: CaseEvent): boolean =>
  event.type === 'DeadlineRecomputed' && !isLate(event.data.before, now) && !isLate(event.data.after, now);

const recomputeDeadlines: CaseRule<object, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: (command, state, context) => (context.actor.role === 'SYSTEM' ? bySystem : byDispatcher)(command, state, context),
  decide: (_command, state, { now, known }) => DEADLINE_NAMES.flatMap((name) => inForce(name, state, known).moved).filter(movable(now)),
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
