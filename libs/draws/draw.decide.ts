import { drawBasis, type DrawEvent } from '#libs/draws/draw.events';
import { type DrawState, evolveDraw } from '#libs/draws/draw.evolve';
import { closeDraw, completeDraw } from '#libs/draws/draw-completion.decide';
import { preparations } from '#libs/draws/draw-preparation.decide';
import { replaceMember } from '#libs/draws/draw-replacement.decide';
import { prepareTargetDraw } from '#libs/draws/target-draw.decide';
import { prepareInternalDraw } from '#libs/draws/internal-draw.decide';
import type { Decider } from '#libs/event-sourcing/decider';

export const drawDecider: Decider<DrawState, DrawEvent> = {
  category: 'draw',
  initial: undefined,
  evolve: evolveDraw,
  basis: drawBasis,
  area: (state) => state?.area ?? 'FJ',
  commands: { ...preparations, PrepareInternalDraw: prepareInternalDraw, PrepareTargetDraw: prepareTargetDraw, CompleteDraw: completeDraw, ReplaceMember: replaceMember, CloseDraw: closeDraw },
};
