import type { Actor, Instant } from '#libs/event-sourcing/event';
import type { Rule } from '#libs/event-sourcing/rule';
import type { CheckPreparation } from '#libs/sessions/score-sheet.commands';
import type { CancelSession } from '#libs/sessions/session.commands';
import type { SessionEvent } from '#libs/sessions/session.events';
import { evolveSession, type Session, type SessionState } from '#libs/sessions/session.evolve';
import { sessionRules } from '#libs/sessions/session.rules';
import { agencyActor } from '#libs/simulation/actors';
import type { SimulatedSession } from '#libs/simulation/sessions';
import { SHARES } from '#libs/simulation/shares';
import { lookAt, send, type Story } from '#libs/simulation/story';

export const SANCTIONED: readonly Rule[] = [sessionRules.SessionNeedsNormalOperation, sessionRules.RevokedAgencyHoldsNoSession];

export const actorOf = ({ agency }: Pick<SimulatedSession, 'agency'>): Actor => agencyActor(agency.agencyId);

/** The session as it stands. */
export function* sessionNow({ sessionId }: Pick<SimulatedSession, 'sessionId'>): Story<Session> {
  const state = yield* lookAt<SessionState, SessionEvent>(`session-${sessionId}`, undefined, evolveSession);
  if (state === undefined) throw new Error(`session ${sessionId} is not registered`);
  return state;
}

export function* cancelSessionStory(one: SimulatedSession, reason: string): Story {
  const body: CancelSession = { reason };
  yield* send(actorOf(one), 'CancelSession', one.sessionId, body);
}

const NOTES = {
  CheckPreparation: ['场地、设备、考务人员到位', '2台设备未经检定,已更换'],
  CheckProcess: ['考场秩序良好,程序规范', '1名考生身份核验记录不完整'],
  CheckResult: ['阅卷、登分、复核规范', '1份试卷登分有误,已更正'],
} as const;
export type Phase = keyof typeof NOTES;

/** One phase, entered when it happened or the next morning. */
export function* checked(one: SimulatedSession, by: Actor, phase: Phase, occurredAt?: Instant): Story {
  const conforms = !one.random.chance(SHARES.session.irregular);
  const body: CheckPreparation = { conforms, notes: NOTES[phase][conforms ? 0 : 1], ...(occurredAt !== undefined && { occurredAt }) };
  yield* send(by, phase, one.sessionId, body);
}
