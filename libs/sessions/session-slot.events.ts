import { idFromText } from '#libs/event-sourcing/ids';
import type { Fact } from '#libs/event-sourcing/event';
import type { SessionRegistered } from '#libs/sessions/session.events';

interface OfClaim {
  readonly sessionId: string;
  /** 1 for the first claim of the slot, 2 for the next …: a release ends this one and no later one. */
  readonly claimNo: number;
}

/** 占用场次时段: no other session is the same. */
export type SessionSlotClaimed = Fact<'SessionSlotClaimed', OfClaim>;

/** 释放场次时段: the session was moved or cancelled. */
export type SessionSlotReleased = Fact<'SessionSlotReleased', OfClaim>;

/** Facts of one place in time, stream `sessionslot-<slotId>`. */
export type SessionSlotEvent = SessionSlotClaimed | SessionSlotReleased;

export const sessionSlotBasis: Readonly<Record<SessionSlotEvent['type'], readonly string[]>> = {
  SessionSlotClaimed: ['R3.6-2'],
  SessionSlotReleased: ['R3.6-2'],
};

/** What makes a session the same. */
export type SessionIdentity = Pick<SessionRegistered['data'], 'agencyId' | 'occupation' | 'level' | 'venueDivision' | 'venue' | 'startsAt' | 'endsAt'>;

export const slotIdOf = ({ agencyId, occupation, level, venueDivision, venue, startsAt, endsAt }: SessionIdentity): string =>
  idFromText(JSON.stringify(['session-slot', agencyId, occupation, level, venueDivision, venue, startsAt, endsAt]));
