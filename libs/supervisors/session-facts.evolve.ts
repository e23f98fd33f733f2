import type { Lookup } from '#libs/event-sourcing/decider';
import type { Recorded } from '#libs/event-sourcing/event';
import type { SessionEvent } from '#libs/sessions/session.events';

/** A supervision as a body dispatched to it. */
export interface TaskFacts {
  readonly dispatcher: string;
  /** All who ever were sent, by id of the credential. */
  readonly seated: readonly string[];
}

const UNKNOWN: TaskFacts = { dispatcher: '', seated: [] };

function evolve(facts: TaskFacts, event: Recorded<SessionEvent>): TaskFacts {
  if (event.type === 'SessionRegistered') return { ...facts, dispatcher: event.data.agencyId };
  return event.type === 'InternalSupervisorAssigned' ? { ...facts, seated: [...facts.seated, event.data.supervisorId] } : facts;
}

/** Of the internal supervision of a session, which its agency draws. */
export const gatherSession = (sessionId: string, lookup: Lookup): Promise<TaskFacts> => lookup.fold<TaskFacts, SessionEvent>(`session-${sessionId}`, UNKNOWN, evolve);
