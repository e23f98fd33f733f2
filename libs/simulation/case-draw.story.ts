import type { DrawEvent } from '#libs/draws/draw.events';
import { type DrawState, evolveDraw } from '#libs/draws/draw.evolve';
import { drawIdOf } from '#libs/draws/draw-id';
import type { PrepareDraw } from '#libs/draws/draw.commands';
import type { LegalDate } from '#libs/event-sourcing/event';
import { province } from '#libs/simulation/actors';
import { caseNow, clerk, onDay } from '#libs/simulation/case-steps';
import type { SimulatedCase } from '#libs/simulation/cases';
import { workingDay } from '#libs/simulation/office-hours';
import { lookAt, send, settled, type Story } from '#libs/simulation/story';

/** How many draws the case has had, also those that failed. */
function* drawsSoFar({ caseId }: SimulatedCase): Story<number> {
  for (let ordinal = 1; ; ordinal += 1) {
    const draw = yield* lookAt<DrawState, DrawEvent>(`draw-${drawIdOf(caseId, ordinal)}`, undefined, evolveDraw);
    if (draw === undefined) return ordinal - 1;
  }
}

/** One draw; true where it found enough candidates. */
function* drawOnce(one: SimulatedCase, by: typeof province, body: Omit<PrepareDraw, 'caseId'>): Story<boolean> {
  const { caseId } = one;
  const drawId = drawIdOf(caseId, 1 + (yield* drawsSoFar(one)));
  const prepare: PrepareDraw = { caseId, ...body };
  yield* send(by, 'PrepareDraw', drawId, prepare);
  yield* settled();
  const draw = yield* lookAt<DrawState, DrawEvent>(`draw-${drawId}`, undefined, evolveDraw);
  return draw?.stage === 'COMPLETED';
}

/** 随机抽取, and where the city's own are too few, by the province from all. False where even these are too few. */
export function* firstDrawStory(one: SimulatedCase, day: LegalDate): Story<boolean> {
  const k = one.random.chance(0.12) ? 5 : 3;
  yield* onDay(one, day);
  if (yield* drawOnce(one, clerk(one), { k })) return true;
  if (one.dispatcher === 'FJ') return false;
  yield* onDay(one, workingDay(day, 1));
  return yield* drawOnce(one, province, { scope: 'PROVINCE', k });
}

/** A further draw of the province for each seat that nobody was left to take. */
export function* fillVacanciesStory(one: SimulatedCase): Story<boolean> {
  while ((yield* caseNow(one)).group.vacant.length > 0) {
    if (!(yield* drawOnce(one, province, { scope: 'PROVINCE' }))) return false;
  }
  return true;
}
