import type { DrawCompleted } from '#libs/draws/draw.events';
import type { Request } from '#libs/event-sourcing/decider';
import type { Recorded } from '#libs/event-sourcing/event';
import type { Reaction } from '#libs/event-sourcing/reaction';
import type { SessionEvent, SlotClaim } from '#libs/sessions/session.events';

const releaseSlot = ({ slotId, claimNo }: SlotClaim, sessionId: string): Request => ({ name: 'ReleaseSessionSlot', target: slotId, body: { sessionId, claimNo } });

/** A draw for a session assigns whom it drew. */
export const sessionAndDraw: Reaction = {
  name: 'session-and-draw',
  categories: ['draw'],
  requests: ({ stream, type, data }) => {
    if (type !== 'DrawCompleted') return [];
    const { purpose, drawn, order } = data as DrawCompleted['data'];
    if (purpose.kind !== 'INTERNAL_SUPERVISION') return [];
    const body = { drawId: stream.slice('draw-'.length), members: drawn, singleCandidatePool: order.length === 1 };
    return [{ name: 'AssignDrawnSupervisors', target: purpose.sessionId, body }];
  },
};

function requests(event: Recorded<SessionEvent>): readonly Request[] {
  const sessionId = event.stream.slice('session-'.length);
  switch (event.type) {
    case 'SessionRescheduled':
      return [releaseSlot(event.data.formerClaim, sessionId)];
    case 'SessionCancelled':
      return [releaseSlot(event.data.claim, sessionId)];
    case 'SessionStaffWithdrawn':
    case 'InternalSupervisorReleased':
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
