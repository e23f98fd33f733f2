import { hexToBytes } from '@noble/hashes/utils.js';
import { requireSystem } from '#libs/access/policy';
import type { CloseDraw, CompleteDraw } from '#libs/draws/draw.commands';
import type { DrawEvent } from '#libs/draws/draw.events';
import { candidateOf, type DrawState } from '#libs/draws/draw.evolve';
import { drawRules } from '#libs/draws/draw.rules';
import { type DrawKeys, isRetired } from '#libs/draws/draw-key.evolve';
import { gatherKeys } from '#libs/draws/draw-knowledge';
import { alphaOf, drawFrom } from '#libs/draws/tickets';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { verify } from '#libs/proof/ecvrf';

type DrawRule<C, K = unknown> = CommandRule<C, DrawState, DrawEvent, K>;

export const bySystem = (_command: object, _state: DrawState, { actor }: Context): void => requireSystem(actor);

/** The proof stands for the one outcome of the frozen pool under its key: whoever sends it has no choice. */
export const completeDraw: DrawRule<CompleteDraw, { readonly keys: DrawKeys }> = {
  gather: async (_command, _state, lookup) => ({ keys: await gatherKeys(lookup) }),
  authorise: bySystem,
  decide: ({ proof }, draw, { known: { keys } }) => {
    if (draw?.frozen === undefined || draw.stage !== 'FROZEN' || draw.closed) return [];
    const { pool, publicKey } = draw.frozen;
    require(!isRetired(keys, publicKey), drawRules.KeyIsNotRetired, publicKey);
    const proven = verify(hexToBytes(publicKey), alphaOf(pool), hexToBytes(proof));
    require(proven, drawRules.ProofBelongsToTheDraw);
    const { poolDigest, beta, order, result } = drawFrom(pool, hexToBytes(proof));
    const drawn = result.map((supervisorId) => candidateOf(draw, supervisorId));
    return [{ type: 'DrawCompleted', data: { purpose: draw.purpose, drawn, poolDigest, proof, beta, order } }];
  },
};

/** Asked of every draw the case may have: one that does not exist is not closed, and ends the asking. */
export const closeDraw: DrawRule<CloseDraw> = {
  creates: 'either',
  authorise: bySystem,
  decide: ({ cause }, draw) => (draw === undefined || draw.closed ? [] : [{ type: 'DrawClosed', data: { purpose: draw.purpose, cause } }]),
};
