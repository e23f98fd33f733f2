import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

import { compareText, type FrozenPool, poolDigest } from '#libs/draws/frozen-pool';
import { proofToHash } from '#libs/proof/ecvrf';
import { lengthPrefixed } from '#libs/proof/length-prefix';

/** A candidate and the number drawn for it; the lowest go first. */
export interface Ticket {
  readonly candidateId: string;
  /** 64 hexadecimal digits. */
  readonly ticket: string;
}

/** The outcome of a draw. Bytes are lower-case hexadecimal. */
export interface Drawn {
  readonly poolDigest: string;
  /** ECVRF proof, 80 bytes. */
  readonly proof: string;
  /** ECVRF output, 64 bytes: the seed of all tickets. */
  readonly beta: string;
  /** All candidates, lowest ticket first; those after the first k are the substitutes, in this order. */
  readonly order: readonly Ticket[];
  /** The first k of the order. */
  readonly result: readonly string[];
}

const TICKET = 'fd1/ticket';

/** The input of the ECVRF. */
export const alphaOf = (pool: FrozenPool): Uint8Array => lengthPrefixed('fd1/ecvrf', pool.serial, hexToBytes(poolDigest(pool)));

/** HMAC-SHA256 of the candidate under the seed. Each stands alone: taking a candidate out moves no other. */
export const ticketOf = (beta: string, candidateId: string): string =>
  bytesToHex(hmac(sha256, hexToBytes(beta), lengthPrefixed(TICKET, candidateId)));

/** One shell line that prints the same ticket with nothing of ours. */
export function ticketLine(beta: string, candidateId: string): string {
  const prefix = (text: string): string => `\\0\\0\\0\\${text.length.toString(8).padStart(3, '0')}`;
  return `printf '${prefix(TICKET)}${TICKET}${prefix(candidateId)}%s' '${candidateId}' | openssl dgst -sha256 -mac HMAC -macopt hexkey:${beta}`;
}

/** Every candidate, lowest ticket first; equal tickets (which nobody will see) by id. */
export const orderOf = (beta: string, eligible: readonly string[]): readonly Ticket[] =>
  eligible
    .map((candidateId) => ({ candidateId, ticket: ticketOf(beta, candidateId) }))
    .sort((a, b) => compareText(a.ticket, b.ticket) || compareText(a.candidateId, b.candidateId));

/**
 * The draw from a frozen pool with the proof that the key's holder gave for {@link alphaOf} the pool.
 * @throws RangeError when the pool is smaller than k, or the proof is none
 */
export function drawFrom(pool: FrozenPool, proof: Uint8Array): Drawn {
  if (pool.eligible.length < pool.k) throw new RangeError(`${pool.eligible.length} candidates for ${pool.k} seats`);
  const beta = bytesToHex(proofToHash(proof));
  const order = orderOf(beta, pool.eligible);
  const result = order.slice(0, pool.k).map(({ candidateId }) => candidateId);
  return { poolDigest: poolDigest(pool), proof: bytesToHex(proof), beta, order, result };
}
