import type { Instant, LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { SessionEvent } from '#libs/sessions/session.events';
import { awaitsScoreSheet, evolveSession, type Session, SESSION_STAGES } from '#libs/sessions/session.evolve';

/** 场次: one document a session. */
export interface SessionFile extends Session {
  readonly sessionId: string;
  readonly agencyName: string;
  readonly stageName: string;
  /** First planned day in Asia/Shanghai. */
  readonly startsOn: LegalDate;
  /** Until when the score sheet is awaited; absent where it is not, or no longer. */
  readonly dueAt?: Instant | undefined;
}

function apply(file: SessionFile | null, event: Recorded<SessionEvent>, sessionId: string): SessionFile | null {
  const session = evolveSession(file ?? undefined, event);
  const agencyName = event.type === 'SessionRegistered' ? event.data.agencyName : file?.agencyName;
  if (session === undefined || agencyName === undefined) return null;
  const dueAt = awaitsScoreSheet(session) ? session.scoreSheetDue?.dueAt : undefined;
  return { ...session, sessionId, agencyName, stageName: SESSION_STAGES[session.stage], startsOn: legalDateOf(session.startsAt), dueAt };
}

export const sessionFile: View<SessionFile> = {
  name: 'session-file',
  version: 3,
  categories: ['session'],
  indexes: ['sessionId', 'area', 'agencyId', 'stage', 'level', 'startsOn', 'noInternalSupervisor', 'notCovered', 'scoreSheetOverdue', 'dueAt'],
  keys: (event) => [event.stream.slice('session-'.length)],
  apply: (file, event, key) => apply(file, event as unknown as Recorded<SessionEvent>, key),
};
