import type { Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { SessionEvent } from '#libs/sessions/session.events';

/** That a person was ever assigned to a session: an index from the person to the file, which alone says whether they still are. */
export interface SessionSeat {
  readonly sessionId: string;
  readonly personId: string;
}

const sessionIdOf = ({ stream }: RecordedEvent): string => stream.slice('session-'.length);

export const sessionSeat: View<SessionSeat> = {
  name: 'session-seat',
  version: 1,
  categories: ['session'],
  indexes: ['personId'],
  keys: (stored) => {
    const event = stored as unknown as Recorded<SessionEvent>;
    return event.type === 'InternalSupervisorAssigned' ? [`${sessionIdOf(stored)}.${event.data.personId}`] : [];
  },
  apply: (_seat, event, key) => ({ sessionId: sessionIdOf(event), personId: key.slice(sessionIdOf(event).length + 1) }),
};
