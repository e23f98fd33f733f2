import type { PrepareInternalDraw } from '#libs/draws/internal-draw.commands';
import { drawRules } from '#libs/draws/draw.rules';
import { internalDrawIdOf } from '#libs/draws/draw-id';
import type { DrawEvent } from '#libs/draws/draw.events';
import { type DrawState, evolveDraw } from '#libs/draws/draw.evolve';
import type { ReleaseInternalSupervisor } from '#libs/sessions/internal-supervision.commands';
import { actorOf, sessionNow } from '#libs/simulation/session-steps';
import type { SimulatedSession } from '#libs/simulation/sessions';
import { attempt, lookAt, send, settled, type Story } from '#libs/simulation/story';

function* nextOrdinal({ sessionId }: SimulatedSession): Story<number> {
  for (let ordinal = 1; ; ordinal += 1) {
    const draw = yield* lookAt<DrawState, DrawEvent>(`draw-${internalDrawIdOf(sessionId, ordinal)}`, undefined, evolveDraw);
    if (draw === undefined) return ordinal;
  }
}

/** 抽取内督 where nobody supervises the session: one draw. */
export function* drawInternalStory(one: SimulatedSession): Story {
  const { sessionId } = one;
  if ((yield* sessionNow(one)).internalSupervisors.length > 0) return;
  const body: PrepareInternalDraw = { sessionId };
  yield* attempt(actorOf(one), 'PrepareInternalDraw', internalDrawIdOf(sessionId, yield* nextOrdinal(one)), body, [drawRules.EarlierInternalDrawIsSettled]);
  yield* settled();
}

/** 内督退出 the day before, and another draw. */
export function* illStory(one: SimulatedSession): Story {
  const supervisor = (yield* sessionNow(one)).internalSupervisors[0];
  if (supervisor === undefined) return;
  const body: ReleaseInternalSupervisor = { supervisorId: supervisor.supervisorId, cause: 'UNAVAILABLE', reason: '突发疾病' };
  yield* send(actorOf(one), 'ReleaseInternalSupervisor', one.sessionId, body);
  yield* settled();
  yield* drawInternalStory(one);
}
