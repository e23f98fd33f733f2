import type { View } from '#libs/event-sourcing/view';
import { evolveRoster, ROSTER_CATEGORIES, type RosterEntry, rosterKeys } from '#libs/supervisors/roster.evolve';

/** 内督名册: one document a credential, to be found by who selected the person. */
export interface InternalEntry extends RosterEntry {
  /** The agency that selected the person; empty where a department did. */
  readonly agencyId: string;
  readonly isOfDepartment: boolean;
}

function indexed(entry: RosterEntry | null): InternalEntry | null {
  if (entry?.credential.supervisorType !== 'INTERNAL') return null;
  const { selection } = entry.credential;
  return { ...entry, agencyId: selection?.by === 'AGENCY' ? selection.organisation : '', isOfDepartment: selection?.by === 'INDUSTRY_DEPT' };
}

export const sessionSupervisors: View<InternalEntry> = {
  name: 'session-supervisors',
  version: 1,
  categories: ROSTER_CATEGORIES,
  indexes: ['agencyId', 'isOfDepartment'],
  keys: rosterKeys,
  // An external credential has no document from its first fact on.
  apply: (entry, event, key) => (entry === null && event.type !== 'SupervisorApplied' ? null : indexed(evolveRoster(entry, event, key))),
};
