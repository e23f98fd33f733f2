import type { SanctionDueRecomputed, SanctionPeriod } from '#libs/agencies/agency-sanction.events';
import { bySystem, type SanctionCaseRule } from '#libs/agencies/agency-sanction.guards';
import { openPeriods } from '#libs/agencies/sanction-periods.evolve';
import type { Context } from '#libs/event-sourcing/decider';
import { countedIn, type Deadline, isLate, isOutdated } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';

/** The period in a calendar that has changed, unless it is over or would end in the past: those do not move. */
function recomputed(period: SanctionPeriod, before: Deadline, { now, known: { calendar } }: Context<KnowsCalendar>): readonly SanctionDueRecomputed[] {
  if (!isOutdated(before, calendar)) return [];
  const after = countedIn(calendar, before);
  const isSame = after.date === before.date && after.provisional === before.provisional;
  return isSame || isLate(before, now) || isLate(after, now) ? [] : [{ type: 'SanctionDueRecomputed', data: { period, before, after } }];
}

/** A reaction, when a year of the calendar is published or corrected. */
const recomputeSanctionDues: SanctionCaseRule<object, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: bySystem,
  decide: (_command, state, context) => (state.ended === undefined ? openPeriods(state).flatMap(([period, due]) => recomputed(period, due, context)) : []),
};

export const sanctionDueCommands = { RecomputeSanctionDues: recomputeSanctionDues };
