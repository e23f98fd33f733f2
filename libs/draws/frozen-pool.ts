import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import { lengthPrefixed } from '#libs/proof/length-prefix';

/** Whether people are drawn or the agencies that will be supervised (the other half of 双随机). */
export const DRAW_KINDS = ['SUPERVISOR', 'TARGET'] as const;
export type DrawKind = (typeof DRAW_KINDS)[number];

/** One reason why one candidate is not in the pool; several reasons are several exclusions. */
export interface Exclusion {
  readonly candidateId: string;
  /** Code of `EXCLUSION_REASONS`. */
  readonly reason: string;
}

/** The seat that a further draw fills. */
export interface Replacement {
  /** Serial of the draw whose order is used up. */
  readonly serial: string;
  /** Who left the seat; never a candidate again. */
  readonly candidateId: string;
  readonly reason: string;
}

/** All that is settled before the draw, and that decides its outcome together with the key. */
export interface FrozenPool {
  /** Number of the draw, given out in sequence: a gap shows. */
  readonly serial: string;
  readonly kind: DrawKind;
  /** What the draw is for, in words that leave their author no choice: every other wording is another draw. */
  readonly purpose: string;
  /** Where the candidates come from: code of `POOL_SCOPES`, or the agency whose internal supervisors they are. */
  readonly scope: string;
  readonly k: number;
  readonly ruleVersion: string;
  /** Sorted by code unit, each once. */
  readonly eligible: readonly string[];
  /** Sorted by candidate, then reason. */
  readonly exclusions: readonly Exclusion[];
  readonly replacement?: Replacement;
}

/** Ids that sort alike in every language and can stand in a shell line. */
export const CANDIDATE_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const compareExclusions = (a: Exclusion, b: Exclusion): number => compareText(a.candidateId, b.candidateId) || compareText(a.reason, b.reason);

/**
 * The pool in its one canonical form.
 * @throws RangeError when a candidate is named twice, is in and out at once, or anything else is not as {@link poolFaults} demands
 */
export function freezePool(pool: FrozenPool): FrozenPool {
  const frozen = { ...pool, eligible: pool.eligible.toSorted(compareText), exclusions: pool.exclusions.toSorted(compareExclusions) };
  const faults = poolFaults(frozen);
  if (faults.length > 0) throw new RangeError(faults.join(';'));
  return frozen;
}

/** What keeps a pool from being canonical, in Chinese; nothing for a good one. */
export function poolFaults(pool: FrozenPool): readonly string[] {
  const { eligible, exclusions, replacement } = pool;
  const excluded = new Set(exclusions.map(({ candidateId }) => candidateId));
  const texts = [pool.serial, pool.purpose, pool.scope, pool.ruleVersion, replacement?.serial ?? '-'];
  const faults: readonly (readonly [boolean, string])[] = [
    [texts.some((text) => text === '' || !text.isWellFormed()), '编号、用途、范围、规则版本应当是非空的文字'],
    [!Number.isSafeInteger(pool.k) || pool.k < 1, '抽取人数应当是正整数'],
    [![...eligible, ...excluded].every((id) => CANDIDATE_ID.test(id)), '候选编号只能用字母、数字和 . _ : -'],
    [!isStrictlySorted(eligible, compareText), '名录应当排序且不重复'],
    [!isStrictlySorted(exclusions, compareExclusions), '排除名单应当排序且不重复'],
    [eligible.some((id) => excluded.has(id)), '同一候选不能既在名录又被排除'],
    [replacement !== undefined && eligible.includes(replacement.candidateId), '被递补的人不能再进入名录'],
  ];
  return faults.filter(([isFault]) => isFault).map(([, sentence]) => sentence);
}

const isStrictlySorted = <T>(items: readonly T[], compare: (a: T, b: T) => number): boolean =>
  items.every((item, index) => index === 0 || compare(items[index - 1] as T, item) < 0);

/**
 * SHA-256 in hex over every member of the pool. Ids of the draw and times are not in it: whoever knows the key could
 * try many of them until the outcome pleases.
 */
export function poolDigest(pool: FrozenPool): string {
  const { eligible, exclusions, replacement } = pool;
  const replaced = replacement === undefined ? [] : [replacement.serial, replacement.candidateId, replacement.reason];
  const parts = [
    'fd1/pool', pool.serial, pool.kind, pool.purpose, pool.scope, String(pool.k), pool.ruleVersion,
    String(eligible.length), ...eligible,
    String(exclusions.length), ...exclusions.flatMap(({ candidateId, reason }) => [candidateId, reason]),
    ...replaced,
  ];
  return bytesToHex(sha256(lengthPrefixed(...parts)));
}
