import type { View } from '#libs/event-sourcing/view';
import { evolveRoster, ROSTER_CATEGORIES, type RosterEntry, rosterKeys } from '#libs/supervisors/roster.evolve';

/** 名录库: one document a credential. */
export const drawRoster: View<RosterEntry> = {
  name: 'draw-roster',
  version: 2,
  categories: ROSTER_CATEGORIES,
  indexes: ['agencyId', 'isOfDepartment'],
  keys: rosterKeys,
  apply: evolveRoster,
};
