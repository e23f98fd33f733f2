import { createHash } from 'node:crypto';

/** Chance that can be had again: the same seed and purpose give the same row of numbers. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(from: readonly T[]): readonly T[];
}

const GOLDEN_GAMMA = 0x9e3779b9;

/**
 * SplitMix32: the generator of Steele, Lea and Flood (OOPSLA 2014) with the 32-bit finaliser of MurmurHash3. Each
 * purpose starts its own row, so that one more number in one story moves no other story.
 */
export function randomFor(seed: string, purpose: string): Random {
  let state = createHash('sha256').update(`${seed}\n${purpose}`).digest().readUInt32BE(0);
  const next = (): number => {
    state = (state + GOLDEN_GAMMA) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (from) => from[between(0, from.length - 1)] as (typeof from)[number],
    shuffled: (from) => from.map((item) => ({ item, ticket: next() })).sort((a, b) => a.ticket - b.ticket).map(({ item }) => item),
  };
}
