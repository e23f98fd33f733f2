import { hexToBytes } from '@noble/hashes/utils.js';
import { bySystem } from '#libs/draws/draw.access';
import type { CloseDraw, CompleteDraw } from '#libs/draws/draw.commands';
import type { DrawEvent } from '#libs/draws/draw.events';
import { candidateOf, type DrawState } from '#libs/draws/draw.evolve';
import { drawRules } from '#libs/draws/draw.rules';
import { type DrawKeys, isRetired } from '#libs/draws/draw-key.evolve';
import { gatherKeys } from '#libs/draws/draw-knowledge';
import { alphaOf, drawFrom } from '#libs/draws/tickets';
import type { CommandRule } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { verify } from '#libs/proof/ecvrf';

type DrawRule<C, K = unknown> = CommandRule<C, DrawState, DrawEvent, K>;

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
    const ofTargets = draw.purpose.kind === 'TARGETS';
    const drawn = ofTargets ? [] : result.map((supervisorId) => candidateOf(draw, supervisorId));
    return [{ type: 'DrawCompleted', data: { purpose: draw.purpose, drawn, ...(ofTargets && { targets: result }), poolDigest, proof, beta, order } }];
  },
};

/** A draw that failed has ended already. */
export const closeDraw: DrawRule<CloseDraw> = {
  authorise: bySystem,
  decide: ({ cause }, draw) =>
    draw === undefined || draw.closed || draw.stage === 'FAILED' ? [] : [{ type: 'DrawClosed', data: { purpose: draw.purpose, cause } }],
};
