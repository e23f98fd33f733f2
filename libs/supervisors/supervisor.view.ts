import type { Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { SupervisorType } from '#libs/regulation/own-codes';
import { type Credential, selectorOf } from '#libs/supervisors/credential.evolve';
import type { PersonEvent } from '#libs/supervisors/person.events';
import { latestTerm, type Standing, standingOn } from '#libs/supervisors/standing.evolve';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';

/** 督导员名册: one document a credential. The fold of `supervisor.evolve` is part of it: its version follows both. */
export interface SupervisorEntry {
  readonly credentialId: string;
  readonly personId: string;
  readonly supervisorType: SupervisorType;
  readonly area: string;
  /** The agency, or the industry department, that selected an internal supervisor; otherwise empty. */
  readonly agencyId: string;
  readonly departmentId: string;
  /** As of the last event; a reader on a later day asks `standingOn`. */
  readonly state: Standing;
  /** Number of the last card given to the holder, valid or not; empty where there was none. */
  readonly cardNumber: string;
  /** Days of the latest term; empty before the appointment. */
  readonly termStart: string;
  readonly termEnd: string;
  /** 不得再从事质量督导相关工作: by this or another credential of the person. */
  readonly barred: boolean;
  readonly appliedOn: string;
  readonly credential: Credential;
}

const PREFIX = 'supervisor-';

const NO_TERM = { termStart: '', termEnd: '' };

function entryOf(entry: SupervisorEntry | null, event: RecordedEvent, credentialId: string): SupervisorEntry | null {
  const credential = evolveSupervisor(entry?.credential, event as unknown as Recorded<SupervisorEvent>);
  if (credential === undefined) return null;
  const day = legalDateOf(event.meta.occurredAt);
  const { personId, supervisorType, area } = credential;
  const { termStart, termEnd } = latestTerm(credential) ?? NO_TERM;
  const { agencyId, departmentId } = selectorOf(credential);
  const { barred, appliedOn } = entry ?? { barred: false, appliedOn: day };
  return {
    credentialId, personId, supervisorType, area, termStart, termEnd, credential, agencyId, departmentId,
    state: standingOn(credential, day), cardNumber: credential.cards.at(-1)?.number ?? '', barred, appliedOn,
  };
}

function barKeys(event: Recorded<PersonEvent>): readonly string[] {
  switch (event.type) {
    case 'BarRecorded':
    case 'BarReversed':
      return event.data.credentials;
    case 'CredentialClaimed':
    case 'CredentialReleased':
      return [];
  }
}

const isBarredBy = (event: Recorded<PersonEvent>): boolean => event.type === 'BarRecorded' || (event.type === 'BarReversed' && event.data.stillBarred);

export const supervisorRegister: View<SupervisorEntry> = {
  name: 'supervisor-register',
  version: 5,
  weight: 5,
  categories: ['supervisor', 'person'],
  indexes: ['area', 'agencyId', 'departmentId', 'state', 'supervisorType', 'cardNumber', 'termEnd', 'personId', 'barred', 'appliedOn'],
  keys: (event) =>
    event.stream.startsWith(PREFIX) ? [event.stream.slice(PREFIX.length)] : barKeys(event as unknown as Recorded<PersonEvent>),
  apply: (entry, event, key) => {
    if (event.stream.startsWith(PREFIX)) return entryOf(entry, event, key);
    return entry === null ? null : { ...entry, barred: isBarredBy(event as unknown as Recorded<PersonEvent>) };
  },
};
