import type { View } from '#libs/event-sourcing/view';
import { evolveRoster, ROSTER_CATEGORIES, type RosterEntry, rosterKeys } from '#libs/supervisors/roster.evolve';

const internalOnly = (entry: RosterEntry | null): RosterEntry | null => (entry?.credential.supervisorType === 'INTERNAL' ? entry : null);

/** 内督名册: one document a credential of an internal supervisor. */
export const sessionSupervisors: View<RosterEntry> = {
  name: 'session-supervisors',
  version: 2,
  categories: ROSTER_CATEGORIES,
  indexes: ['agencyId', 'isOfDepartment'],
  keys: rosterKeys,
  // An external credential has no document from its first fact on.
  apply: (entry, event, key) => (entry === null && event.type !== 'SupervisorApplied' ? null : internalOnly(evolveRoster(entry, event, key))),
};
