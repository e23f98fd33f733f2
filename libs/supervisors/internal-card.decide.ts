import { accessRules } from '#libs/access/access.rules';
import { requireAnyBody } from '#libs/access/policy';
import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import type { ClaimInternalCardNumber } from '#libs/supervisors/internal-card.commands';
import { internalCardBasis, type InternalCardEvent, type InternalCardNumberClaimed } from '#libs/supervisors/internal-card.events';

/** The card that the number belongs to. */
type NumberState = InternalCardNumberClaimed['data'] | undefined;

const claimInternalCardNumber: CommandRule<ClaimInternalCardNumber, NumberState, InternalCardEvent> = {
  creates: 'either',
  authorise: (_command, _state, { actor }) => requireAnyBody(actor, accessRules.BodiesCardTheirOwn),
  decide: ({ credentialId, ordinal }, state, { target }) => {
    if (state === undefined) return [{ type: 'InternalCardNumberClaimed', data: { credentialId, ordinal } }];
    require(state.credentialId === credentialId && state.ordinal === ordinal, appointmentRules.InternalNumberIsUnique, target);
    return [];
  },
};

export const internalCardDecider: Decider<NumberState, InternalCardEvent> = {
  category: 'internalcard',
  initial: undefined,
  evolve: (_state, { data }) => data,
  basis: internalCardBasis,
  area: () => 'FJ',
  commands: { ClaimInternalCardNumber: claimInternalCardNumber },
};
