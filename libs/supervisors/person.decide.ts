import { accessRules } from '#libs/access/access.rules';
import { requireAnyBody, requirePersonOrCenter, requireProvincialDepartment, requireSystem } from '#libs/access/policy';
import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import type { SupervisorType } from '#libs/regulation/own-codes';
import { applicationRules } from '#libs/supervisors/application.rules';
import type { ClaimCredential, RecordBar, ReleaseCredential, ReverseBar } from '#libs/supervisors/person.commands';
import { type CredentialReleased, personBasis, type PersonEvent } from '#libs/supervisors/person.events';
import { evolvePerson, isBarred, type PersonState, unknownPerson } from '#libs/supervisors/person.evolve';
import { sanctionRules } from '#libs/supervisors/sanction.rules';

type PersonRule<C> = CommandRule<C, PersonState, PersonEvent>;

const claimCredential: PersonRule<ClaimCredential> = {
  creates: 'either',
  authorise: ({ supervisorType }, _person, { actor, target }) => {
    if (supervisorType === 'EXTERNAL') requirePersonOrCenter(actor, target);
    else if (actor.person !== target) requireAnyBody(actor, accessRules.BodiesSelectTheirOwn);
  },
  decide: ({ supervisorType, credentialId }, person) => {
    const live = person.live[supervisorType];
    require(!isBarred(person), applicationRules.PersonIsNotBarred);
    if (live === credentialId) return [];
    require(live === undefined, applicationRules.OneLiveCredentialPerType, live);
    return [{ type: 'CredentialClaimed', data: { supervisorType, credentialId } }];
  },
};

const released = (person: PersonState, credentialId: string): readonly CredentialReleased[] =>
  (Object.entries(person.live) as [SupervisorType, string][])
    .filter(([, live]) => live === credentialId)
    .map(([supervisorType]) => ({ type: 'CredentialReleased', data: { supervisorType, credentialId } }));

const releaseCredential: PersonRule<ReleaseCredential> = {
  authorise: (_command, _person, { actor }) => requireSystem(actor),
  decide: ({ credentialId }, person) => released(person, credentialId),
};

const recordBar: PersonRule<RecordBar> = {
  authorise: (_command, _person, { actor }) => requireSystem(actor),
  decide: ({ credentialId, decision, decisionNo }, person) => {
    if (person.bars.includes(credentialId)) return [];
    const data = { credentialId, decision, decisionNo, credentials: person.credentials };
    return [{ type: 'BarRecorded', data }, ...released(person, credentialId)];
  },
};

const reverseBar: PersonRule<ReverseBar> = {
  authorise: (_command, _person, { actor }) => requireProvincialDepartment(actor),
  decide: ({ credentialId, outcomeOf, documentNo, reasons }, person) => {
    require(person.bars.includes(credentialId), sanctionRules.BarIsInForce);
    const stillBarred = person.bars.length > 1;
    return [{ type: 'BarReversed', data: { credentialId, outcomeOf, documentNo, reasons, credentials: person.credentials, stillBarred } }];
  },
};

export const personDecider: Decider<PersonState, PersonEvent> = {
  category: 'person',
  initial: unknownPerson,
  evolve: evolvePerson,
  basis: personBasis,
  area: () => 'FJ',
  commands: { ClaimCredential: claimCredential, ReleaseCredential: releaseCredential, RecordBar: recordBar, ReverseBar: reverseBar },
};
