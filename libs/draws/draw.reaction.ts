import { bytesToHex } from '@noble/hashes/utils.js';
import type { CaseEvent } from '#libs/cases/case.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { ClosingCause, DrawEvent } from '#libs/draws/draw.events';
import { drawFile } from '#libs/draws/draw-file.view';
import { MOST_DRAWS } from '#libs/draws/draw-id';
import { alphaOf } from '#libs/draws/tickets';
import type { Recorded } from '#libs/event-sourcing/event';
import type { Reaction, SearchingReaction } from '#libs/event-sourcing/reaction';
import { type EcvrfKeyPair, prove } from '#libs/proof/ecvrf';

/**
 * Whoever holds the key answers a frozen pool with its proof. Each key has a checkpoint of its own: one that comes
 * later finds the draws that have waited for it.
 */
export const drawProver = ({ secretKey, publicKey }: EcvrfKeyPair): Reaction => {
  const own = bytesToHex(publicKey);
  return {
    name: `draw-prover-${own.slice(0, 16)}`,
    categories: ['draw'],
    requests: (stored) => {
      const { type, data, stream } = stored as unknown as Recorded<DrawEvent>;
      if (type !== 'PoolFrozen' || data.publicKey !== own || data.pool.eligible.length < data.pool.k) return [];
      return [{ name: 'CompleteDraw', target: stream.slice('draw-'.length), body: { proof: bytesToHex(prove(secretKey, alphaOf(data.pool))) } }];
    },
  };
};

const CAUSES: Readonly<Record<string, ClosingCause>> = {
  PreliminaryOpinionFormed: 'PRELIMINARY_OPINION_FORMED',
  SupervisionCancelled: 'SUPERVISION_CANCELLED',
  DailySupervisionEnded: 'SUPERVISION_ENDED',
} satisfies Partial<Record<(CaseEvent | DailyEvent)['type'], ClosingCause>>;

/** When nobody can join a supervision any more, its draws are closed. */
export const drawsEnd: SearchingReaction = {
  name: 'draws-end',
  categories: ['case', 'daily'],
  search: async ({ type, stream }, lookup) => {
    const cause = CAUSES[type];
    if (cause === undefined) return [];
    const kind = stream.startsWith('daily-') ? 'DAILY_CASE' : 'SPECIAL_CASE';
    const caseId = stream.slice(stream.indexOf('-') + 1);
    const draws = await lookup.find(drawFile, { where: { kind, caseId }, limit: MOST_DRAWS });
    return draws.map(({ drawId }) => ({ name: 'CloseDraw', target: drawId, body: { cause } }));
  },
};
