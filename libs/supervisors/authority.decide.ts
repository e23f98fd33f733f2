import { accessRules } from '#libs/access/access.rules';
import { requireBody, requireCenter, requirePersonOrCenter, requireProvincialCenter } from '#libs/access/policy';
import type { Context } from '#libs/event-sourcing/decider';
import type { Actor } from '#libs/event-sourcing/event';
import type { Rule } from '#libs/event-sourcing/rule';
import type { Credential, SupervisorState } from '#libs/supervisors/credential.evolve';
import { credentialOf } from '#libs/supervisors/guards.decide';

type Authority = (command: object, state: SupervisorState, context: Pick<Context, 'actor'>) => void;

/** 外督 are a matter of the centres; 内督 of the body that selected them, whatever the matter. */
const authority = (ofBody: Rule, ofCenters: (actor: Actor, credential: Credential) => void): Authority =>
  (_command, state, { actor }) => {
    const credential = credentialOf(state);
    if (credential.selection === undefined) ofCenters(actor, credential);
    else requireBody(actor, credential.selection, ofBody);
  };

/** Reviews conditions, trains and examines. */
export const byTrainer = authority(accessRules.BodiesTrainTheirOwn, requireProvincialCenter);
export const byAppointer = authority(accessRules.BodiesSelectTheirOwn, (actor, { area }) =>
  requireCenter(actor, { area, isCentralBranch: false }, accessRules.OnlyCentersSelectExternalSupervisors));
export const byRenewer = authority(accessRules.BodiesSelectTheirOwn, requireProvincialCenter);
export const byCardIssuer = authority(accessRules.BodiesCardTheirOwn, requireProvincialCenter);

/** The person, or whoever selects such a person, on the person's paper. */
export function requireSpeaker(actor: Actor, { personId, selection }: Pick<Credential, 'personId' | 'selection'>): void {
  if (selection === undefined) requirePersonOrCenter(actor, personId);
  else if (actor.person !== personId) requireBody(actor, selection, accessRules.BodiesSelectTheirOwn);
}

export const bySpeaker: Authority = (_command, state, { actor }) => requireSpeaker(actor, credentialOf(state));
