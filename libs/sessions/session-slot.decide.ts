import { accessRules } from '#libs/access/access.rules';
import { requireSystem } from '#libs/access/policy';
import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import type { Recorded } from '#libs/event-sourcing/event';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import { sessionRules } from '#libs/sessions/session.rules';
import { sessionSlotBasis, type SessionSlotClaimed, type SessionSlotEvent } from '#libs/sessions/session-slot.events';

interface SlotState {
  /** The claim in force, if any. */
  readonly held?: SessionSlotClaimed['data'];
  /** Claims so far. */
  readonly claims: number;
}

type SlotRule<C> = CommandRule<C, SlotState, SessionSlotEvent>;

const evolve = ({ claims }: SlotState, { type, data }: Recorded<SessionSlotEvent>): SlotState =>
  type === 'SessionSlotClaimed' ? { held: data, claims: data.claimNo } : { claims };

/** Part of registering or moving a session; one that moves back claims anew, so that a late release of its old claim takes nothing away. */
const claimSessionSlot: SlotRule<{ readonly sessionId: string }> = {
  creates: 'either',
  authorise: (_command, _state, { actor }) => {
    if (actor.role !== 'AGENCY') throw new NotAllowed(accessRules.AgencySpeaksForItself);
  },
  decide: ({ sessionId }, { held, claims }) => {
    require(held === undefined || held.sessionId === sessionId, sessionRules.SessionIsRegisteredOnce, held?.sessionId);
    return [{ type: 'SessionSlotClaimed', data: { sessionId, claimNo: claims + 1 } }];
  },
};

const releaseSessionSlot: SlotRule<{ readonly sessionId: string; readonly claimNo: number }> = {
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: ({ sessionId, claimNo }, { held }) => (held?.claimNo === claimNo ? [{ type: 'SessionSlotReleased', data: { sessionId, claimNo } }] : []),
};

export const sessionSlotDecider: Decider<SlotState, SessionSlotEvent> = {
  category: 'sessionslot',
  initial: { claims: 0 },
  evolve,
  basis: sessionSlotBasis,
  area: () => 'FJ',
  commands: { ClaimSessionSlot: claimSessionSlot, ReleaseSessionSlot: releaseSessionSlot },
};
