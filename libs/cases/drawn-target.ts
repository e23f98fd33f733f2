import type { DrawEvent } from '#libs/draws/draw.events';
import { type DrawState, evolveDraw, targetsOf } from '#libs/draws/draw.evolve';
import type { TargetKind } from '#libs/draws/target-draw.events';
import type { Lookup } from '#libs/event-sourcing/decider';

/** What a supervision of random choice rests on. */
export interface DrawnTarget {
  readonly targetDrawId?: string | undefined;
  readonly of: TargetKind;
  readonly id: string;
  /** Whether something drawn cannot be supervised any more: the next in the order takes its place. */
  isGone(id: string): Promise<boolean>;
}

/** The centre that drew the target, and nothing where it was not drawn: nobody chooses among those drawn, nor beside them. */
export async function centerThatDrew({ targetDrawId, of, id, isGone }: DrawnTarget, lookup: Lookup): Promise<string | undefined> {
  if (targetDrawId === undefined) return undefined;
  const draw = await lookup.fold<DrawState, DrawEvent>(`draw-${targetDrawId}`, undefined, evolveDraw);
  const drawn = (draw && targetsOf(draw, of)) ?? [];
  return draw !== undefined && (await isInTurn(id, drawn, draw.k, isGone)) ? draw.area : undefined;
}

/** Whether fewer than were to be drawn stand before it in the order. */
async function isInTurn(id: string, drawn: readonly string[], k: number, isGone: DrawnTarget['isGone']): Promise<boolean> {
  let standing = 0;
  for (const candidate of drawn) {
    if (candidate === id) return true;
    if (!(await isGone(candidate))) standing += 1;
    if (standing === k) return false;
  }
  return false;
}
