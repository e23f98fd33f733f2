import type { Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { Credential } from '#libs/supervisors/credential.evolve';
import type { PersonEvent } from '#libs/supervisors/person.events';
import { endedBySanction } from '#libs/supervisors/standing.evolve';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';

/** 名录库: one document a credential. The folds of `supervisor.evolve` are part of it: its version follows both. */
export interface RosterEntry {
  readonly supervisorId: string;
  readonly credential: Credential;
  /** The person is barred, by this or another credential. */
  readonly barred: boolean;
  /** The sanction that ended this credential has reached the person's stream; until then it bars by itself. */
  readonly barFollowed: boolean;
}

const PREFIX = 'supervisor-';

const personKeys = (event: Recorded<PersonEvent>): readonly string[] =>
  event.type === 'BarRecorded' || event.type === 'BarReversed' ? event.data.credentials : [];

function afterPerson(entry: RosterEntry, event: Recorded<PersonEvent>): RosterEntry {
  switch (event.type) {
    case 'BarRecorded':
      return { ...entry, barred: true, barFollowed: entry.barFollowed || event.data.credentialId === entry.supervisorId };
    case 'BarReversed':
      return { ...entry, barred: event.data.stillBarred };
    case 'CredentialClaimed':
    case 'CredentialReleased':
      return entry;
  }
}

function afterCredential(entry: RosterEntry | null, event: RecordedEvent, supervisorId: string): RosterEntry | null {
  const credential = evolveSupervisor(entry?.credential, event as unknown as Recorded<SupervisorEvent>);
  if (credential === undefined) return null;
  return { supervisorId, credential, barred: entry?.barred ?? false, barFollowed: entry?.barFollowed ?? false };
}

export const drawRoster: View<RosterEntry> = {
  name: 'draw-roster',
  version: 1,
  categories: ['supervisor', 'person'],
  indexes: [],
  keys: (event) => (event.stream.startsWith(PREFIX) ? [event.stream.slice(PREFIX.length)] : personKeys(event as unknown as Recorded<PersonEvent>)),
  apply: (entry, event, key) => {
    if (event.stream.startsWith(PREFIX)) return afterCredential(entry, event, key);
    return entry === null ? null : afterPerson(entry, event as unknown as Recorded<PersonEvent>);
  },
};

/** Persons who may not be drawn with any credential, also where the bar has not reached their other credentials yet. */
export const barredPersons = (roster: readonly RosterEntry[]): ReadonlySet<string> =>
  new Set(
    roster.filter(({ credential, barred, barFollowed }) => barred || (endedBySanction(credential) && !barFollowed)).map(({ credential }) => credential.personId),
  );
