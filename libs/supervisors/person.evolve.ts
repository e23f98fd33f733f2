import type { Recorded } from '#libs/event-sourcing/event';
import type { SupervisorType } from '#libs/regulation/own-codes';
import type { PersonEvent } from '#libs/supervisors/person.events';

export interface PersonState {
  /** The live credential of each type. */
  readonly live: Readonly<Partial<Record<SupervisorType, string>>>;
  /** Every credential the person has claimed. */
  readonly credentials: readonly string[];
  /** Credentials whose cancellation or refusal bars the person. */
  readonly bars: readonly string[];
}

export const unknownPerson: PersonState = { live: {}, credentials: [], bars: [] };

export const isBarred = (person: PersonState): boolean => person.bars.length > 0;

export function evolvePerson(person: PersonState, event: Recorded<PersonEvent>): PersonState {
  switch (event.type) {
    case 'CredentialClaimed': {
      const { supervisorType, credentialId } = event.data;
      return { ...person, live: { ...person.live, [supervisorType]: credentialId }, credentials: [...person.credentials, credentialId] };
    }
    case 'CredentialReleased': {
      const { [event.data.supervisorType]: _released, ...live } = person.live;
      return { ...person, live };
    }
    case 'BarRecorded':
      return { ...person, bars: [...person.bars, event.data.credentialId] };
    case 'BarReversed':
      return { ...person, bars: person.bars.filter((credentialId) => credentialId !== event.data.credentialId) };
  }
}
