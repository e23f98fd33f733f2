import type { SanctionDueRecomputed, SanctionPeriod } from '#libs/agencies/agency-sanction.events';
import { bySystem, type SanctionCaseRule } from '#libs/agencies/agency-sanction.guards';
import { openPeriods } from '#libs/agencies/sanction-periods.evolve';
import type { Context } from '#libs/event-sourcing/decider';
import { type Deadline, movedIn } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';

function recomputed(period: SanctionPeriod, before: Deadline, { now, known: { calendar } }: Context<KnowsCalendar>): readonly SanctionDueRecomputed[] {
  const after = movedIn(calendar, before, now);
  return after === undefined ? [] : [{ type: 'SanctionDueRecomputed', data: { period, before, after } }];
}

/** A reaction, when a year of the calendar is published or corrected. */
const recomputeSanctionDues: SanctionCaseRule<object, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: bySystem,
  decide: (_command, state, context) => (state.ended === undefined ? openPeriods(state).flatMap(([period, due]) => recomputed(period, due, context)) : []),
};

export const sanctionDueCommands = { RecomputeSanctionDues: recomputeSanctionDues };
