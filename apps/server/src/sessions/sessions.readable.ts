import type { Readable } from '#apps/server/src/http/readable';
import type { Actor } from '#libs/event-sourcing/event';
import { sessionSeat } from '#libs/sessions/session-seat.view';
import { type SessionFile, sessionFile } from '#libs/sessions/session.view';

/** Internal supervisors who are assigned to it; who has left sees it no more. */
const supervises = ({ person, role }: Actor, { internalSupervisors }: SessionFile): boolean =>
  role === 'INT_SUPERVISOR' && internalSupervisors.some(({ personId }) => personId === person);

/** A session is read by its agency, by the centre of its venue, and by those who supervise it from inside. */
export const sessionFiles: Readable<SessionFile> = {
  view: sessionFile,
  sight: { area: 'area', agency: 'agencyId' },
  category: 'session',
  relation: {
    holds: supervises,
    index: ({ person, role }) => (role === 'INT_SUPERVISOR' ? { view: sessionSeat, where: { personId: person }, key: 'sessionId' } : undefined),
  },
};
