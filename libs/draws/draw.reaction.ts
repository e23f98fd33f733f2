import { bytesToHex } from '@noble/hashes/utils.js';
import type { CaseEvent } from '#libs/cases/case.events';
import type { ClosingCause, DrawEvent } from '#libs/draws/draw.events';
import { drawIdOf, ordinalIn } from '#libs/draws/draw-id';
import { alphaOf } from '#libs/draws/tickets';
import type { Request } from '#libs/event-sourcing/decider';
import type { Recorded } from '#libs/event-sourcing/event';
import type { Reaction } from '#libs/event-sourcing/reaction';
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

const close = (drawId: string, cause: ClosingCause): readonly Request[] => [{ name: 'CloseDraw', target: drawId, body: { cause } }];

function requests(event: Recorded<CaseEvent | DrawEvent>): readonly Request[] {
  switch (event.type) {
    case 'PreliminaryOpinionFormed':
      return close(drawIdOf(event.stream.slice('case-'.length), 1), 'PRELIMINARY_OPINION_FORMED');
    case 'SupervisionCancelled':
      return close(drawIdOf(event.stream.slice('case-'.length), 1), 'SUPERVISION_CANCELLED');
    case 'DrawClosed': {
      const { purpose, cause } = event.data;
      const ordinal = ordinalIn(event.stream.slice('draw-'.length), purpose.caseId) ?? 0;
      return close(drawIdOf(purpose.caseId, ordinal + 1), cause);
    }
    default:
      return [];
  }
}

/** When nobody can join a case any more, its draws are closed one after the other. */
export const drawsEnd: Reaction = { name: 'draws-end', categories: ['case', 'draw'], requests: (event) => requests(event as unknown as Recorded<CaseEvent | DrawEvent>) };
