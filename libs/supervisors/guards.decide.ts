import type { Lookup } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import { require, type Rule } from '#libs/event-sourcing/rule';
import { isLegalDate } from '#libs/regulation/legal-date';
import { POLICIES } from '#libs/regulation/parameters';
import { applicationRules } from '#libs/supervisors/application.rules';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import type { Credential, Qualification, SupervisorState } from '#libs/supervisors/credential.evolve';
import type { PersonEvent } from '#libs/supervisors/person.events';
import { evolvePerson, isBarred, type PersonState, unknownPerson } from '#libs/supervisors/person.evolve';
import { type Standing, standingOn } from '#libs/supervisors/standing.evolve';

/** The kernel has made sure that the stream exists. */
export function credentialOf(state: SupervisorState): Credential {
  if (state === undefined) throw new Error('no credential');
  return state;
}

/** What the person's own stream says, gathered before a decision that a barred person must not get. */
export interface KnownPerson {
  readonly barred: boolean;
}

export async function gatherPerson(personId: string, lookup: Lookup): Promise<KnownPerson> {
  const person = await lookup.fold<PersonState, PersonEvent>(`person-${personId}`, unknownPerson, evolvePerson);
  return { barred: isBarred(person) };
}

export const gatherHolder = (_command: object, state: SupervisorState, lookup: Lookup): Promise<KnownPerson> =>
  gatherPerson(credentialOf(state).personId, lookup);

export const requireNotBarred = ({ barred }: KnownPerson): void => require(!barred, applicationRules.PersonIsNotBarred);

/** A day that exists, and on which the Measures were already in force. */
export const isDay = (text: string): text is LegalDate => isLegalDate(text) && POLICIES.some(({ validFrom }) => validFrom <= text);

/** The application or renewal has come exactly this far. */
export function requireStep(credential: Credential, step: Qualification['step'], rule: Rule): Qualification {
  const { qualification, ended } = credential;
  require(ended === undefined && qualification?.step === step, rule);
  return qualification;
}

export function requireStanding(credential: Credential, on: LegalDate, standings: readonly Standing[], rule: Rule): void {
  const standing = standingOn(credential, on);
  require(standings.includes(standing), rule, standing);
}

export const requireRunningTerm = (credential: Credential, on: LegalDate): void =>
  requireStanding(credential, on, ['APPOINTED', 'SUSPENDED'], appointmentRules.TermIsRunning);
