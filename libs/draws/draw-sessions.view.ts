import type { DrawEvent } from '#libs/draws/draw.events';
import type { Instant, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { SessionEvent } from '#libs/sessions/session.events';

/** Who is taken up by the internal supervision of a session, and when: one document a session. */
export interface OccupiedSession {
  readonly sessionId: string;
  readonly startsAt: Instant;
  /** The planned end; where the session ended or was cancelled before it, that instant. */
  readonly endsAt: Instant;
  /** personIds of those drawn who have not left: from the draw itself, before they are assigned. */
  readonly persons: readonly string[];
  /** personIds of all who were ever drawn for it. */
  readonly everDrawn: readonly string[];
}

type Taking = SessionEvent | DrawEvent;

function after(session: OccupiedSession, event: Recorded<Taking>): OccupiedSession {
  switch (event.type) {
    case 'DrawCompleted': {
      const drawn = event.data.drawn.map(({ personId }) => personId);
      return { ...session, persons: [...session.persons, ...drawn], everDrawn: [...session.everDrawn, ...drawn] };
    }
    case 'InternalSupervisorReleased':
      return { ...session, persons: session.persons.filter((person) => person !== event.data.personId) };
    case 'SessionRescheduled':
      return { ...session, startsAt: event.data.startsAt, endsAt: event.data.endsAt };
    case 'SessionEnded':
      return { ...session, endsAt: event.data.endedAt };
    case 'SessionCancelled':
      return { ...session, endsAt: event.meta.occurredAt };
    default:
      return session;
  }
}

function sessionOf(event: RecordedEvent): readonly string[] {
  if (event.stream.startsWith('session-')) return [event.stream.slice('session-'.length)];
  const { purpose } = (event as unknown as Recorded<DrawEvent>).data;
  return purpose.kind === 'INTERNAL_SUPERVISION' ? [purpose.sessionId] : [];
}

export const drawSessions: View<OccupiedSession> = {
  name: 'draw-sessions',
  version: 1,
  categories: ['session', 'draw'],
  indexes: ['endsAt'],
  keys: sessionOf,
  apply: (session, stored, sessionId) => {
    const event = stored as unknown as Recorded<Taking>;
    if (event.type === 'SessionRegistered') return { sessionId, startsAt: event.data.startsAt, endsAt: event.data.endsAt, persons: [], everDrawn: [] };
    return session === null ? null : after(session, event);
  },
};
