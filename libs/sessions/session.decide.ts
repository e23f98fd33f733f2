import type { Decider } from '#libs/event-sourcing/decider';
import { internalAssignment } from '#libs/sessions/internal-assignment.decide';
import { internalChecks } from '#libs/sessions/internal-check.decide';
import { scoreSheet } from '#libs/sessions/score-sheet.decide';
import { sessionBasis, type SessionEvent } from '#libs/sessions/session.events';
import { evolveSession, type SessionState } from '#libs/sessions/session.evolve';
import { sessionConduct } from '#libs/sessions/session-conduct.decide';
import { sessionRegistration } from '#libs/sessions/session-registration.decide';
import { sessionStaff } from '#libs/sessions/session-staff.decide';

export const sessionDecider: Decider<SessionState, SessionEvent> = {
  category: 'session',
  initial: undefined,
  evolve: evolveSession,
  basis: sessionBasis,
  area: (state) => state?.area ?? 'FJ',
  commands: { ...sessionRegistration, ...sessionStaff, ...sessionConduct, ...internalAssignment, ...internalChecks, ...scoreSheet },
};
