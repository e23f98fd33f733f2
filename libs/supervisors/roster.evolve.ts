import type { Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import { type Credential, selectorOf } from '#libs/supervisors/credential.evolve';
import type { PersonEvent } from '#libs/supervisors/person.events';
import { endedBySanction } from '#libs/supervisors/standing.evolve';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';

/** A credential with what the person's own stream says of it. */
export interface RosterEntry {
  readonly supervisorId: string;
  readonly credential: Credential;
  /** The person is barred, by this or another credential. */
  readonly barred: boolean;
  /** The sanction that ended this credential has reached the person's stream; until then it bars by itself. */
  readonly barFollowed: boolean;
  /** The agency that selected an internal supervisor; otherwise empty. */
  readonly agencyId: string;
  /** An internal supervisor whom an industry department selected. */
  readonly isOfDepartment: boolean;
}

const PREFIX = 'supervisor-';

/** Categories whose events make entries. */
export const ROSTER_CATEGORIES = ['supervisor', 'person'] as const;

const personKeys = (event: Recorded<PersonEvent>): readonly string[] =>
  event.type === 'BarRecorded' || event.type === 'BarReversed' ? event.data.credentials : [];

/** Credentials that the event is about. */
export const rosterKeys = (event: RecordedEvent): readonly string[] =>
  event.stream.startsWith(PREFIX) ? [event.stream.slice(PREFIX.length)] : personKeys(event as unknown as Recorded<PersonEvent>);

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
  const { barred = false, barFollowed = false } = entry ?? {};
  const { agencyId, departmentId } = selectorOf(credential);
  return { supervisorId, credential, barred, barFollowed, agencyId, isOfDepartment: departmentId !== '' };
}

/** The fold of views that list credentials: it rests on that of `supervisor.evolve`, so their versions follow both. */
export function evolveRoster(entry: RosterEntry | null, event: RecordedEvent, supervisorId: string): RosterEntry | null {
  if (event.stream.startsWith(PREFIX)) return afterCredential(entry, event, supervisorId);
  return entry === null ? null : afterPerson(entry, event as unknown as Recorded<PersonEvent>);
}

/** Persons who may not be drawn with any credential, also where the bar has not reached their other credentials yet. */
export const barredPersons = (roster: readonly RosterEntry[]): ReadonlySet<string> =>
  new Set(
    roster.filter(({ credential, barred, barFollowed }) => barred || (endedBySanction(credential) && !barFollowed)).map(({ credential }) => credential.personId),
  );
