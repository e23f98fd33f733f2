import { targetDrawIdOf, targetRoundOf } from '#libs/draws/draw-id';
import type { DrawEvent } from '#libs/draws/draw.events';
import { type DrawState, evolveDraw, targetsOf } from '#libs/draws/draw.evolve';
import type { PrepareTargetDraw } from '#libs/draws/target-draw.commands';
import type { LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import { addDays, weekday } from '#libs/regulation/legal-date';
import { clerkOf } from '#libs/simulation/actors';
import { dailyAt, type SimulatedDaily } from '#libs/simulation/dailies';
import { dailyStory } from '#libs/simulation/daily.story';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { randomFor } from '#libs/simulation/random';
import type { SimulatedSession } from '#libs/simulation/sessions';
import { begin, lookAt, send, settled, type Story, waitUntil } from '#libs/simulation/story';

/** 随机抽取督导对象: one of the sessions of a week in a centre's area. */
export interface SimulatedTargetDraw {
  readonly no: number;
  readonly center: Area;
  readonly monday: LegalDate;
  readonly drawnOn: LegalDate;
}

const mondayOf = (day: LegalDate): LegalDate => addDays(day, -((weekday(day) + 6) % 7));

/** Of weeks in which nobody supervises from outside; on the day after the first of their sessions was registered. */
export function planTargetDraws(count: number, sessions: readonly SimulatedSession[], dailies: ReadonlyMap<number, SimulatedDaily>, seed: string): readonly SimulatedTargetDraw[] {
  const weeks = Map.groupBy(sessions.filter(({ agency }) => !agency.isCentralBranch), ({ agency, startsOn }) => `${agency.center} ${mondayOf(startsOn)}`);
  const free = [...weeks.values()].filter((week) => !week.some(({ no }) => dailies.has(no)));
  return randomFor(seed, 'target draws').shuffled(free).slice(0, count).flatMap((week, no) => {
    const [first] = week.toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
    return first === undefined ? [] : [{ no, center: first.agency.center, monday: mondayOf(first.startsOn), drawnOn: workingDay(first.registeredAt.slice(0, 10), 1) }];
  });
}

/** The draw, and the daily supervision of the session that comes first in it. */
export function* targetDrawStory({ no, center, monday, drawnOn }: SimulatedTargetDraw, sessions: readonly SimulatedSession[], seed: string): Story {
  const targetDrawId = targetDrawIdOf(targetRoundOf(center, 'SESSIONS', monday), 1);
  const body: PrepareTargetDraw = { of: 'SESSIONS', period: monday, k: 1 };
  yield* waitUntil(timeOf(drawnOn, '17:45'));
  yield* settled();
  yield* send(clerkOf(center), 'PrepareTargetDraw', targetDrawId, body);
  yield* settled();
  const draw = yield* lookAt<DrawState, DrawEvent>(`draw-${targetDrawId}`, undefined, evolveDraw);
  const [drawn] = (draw && targetsOf(draw, 'SESSIONS')) ?? [];
  const session = sessions.find(({ sessionId }) => sessionId === drawn);
  if (session === undefined) return;
  const one = dailyAt(sessions.length + no, session, center, seed, { targetDrawId, foundOn: drawnOn });
  yield* begin(`daily ${one.caseId}`, dailyStory(one));
}
