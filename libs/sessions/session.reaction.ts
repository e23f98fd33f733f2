import type { Request } from '#libs/event-sourcing/decider';
import type { Recorded } from '#libs/event-sourcing/event';
import type { Reaction } from '#libs/event-sourcing/reaction';
import type { SessionEvent, SlotClaim } from '#libs/sessions/session.events';

const releaseSlot = ({ slotId, claimNo }: SlotClaim, sessionId: string): Request => ({ name: 'ReleaseSessionSlot', target: slotId, body: { sessionId, claimNo } });

function requests(event: Recorded<SessionEvent>): readonly Request[] {
  const sessionId = event.stream.slice('session-'.length);
  switch (event.type) {
    case 'SessionRescheduled':
      return [releaseSlot(event.data.formerClaim, sessionId)];
    case 'SessionCancelled':
      return [releaseSlot(event.data.claim, sessionId)];
    case 'SessionStaffWithdrawn':
      return [{ name: 'ReleaseSessionRole', target: sessionId, body: { personId: event.data.personId, claimNo: event.data.claimNo } }];
    default:
      return [];
  }
}

/** What a session no longer needs is free again: its slot, and the person who has left it. */
export const sessionReleases: Reaction = {
  name: 'session-releases',
  categories: ['session'],
  requests: (event) => requests(event as unknown as Recorded<SessionEvent>),
};
