import { execFileSync } from 'node:child_process';

import { hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';

import { type FrozenPool, freezePool } from '#libs/draws/frozen-pool';
import { alphaOf, drawFrom, orderOf, ticketLine, ticketOf } from '#libs/draws/tickets';
import { ecvrfKeyPair, prove } from '#libs/proof/ecvrf';

const { secretKey } = ecvrfKeyPair(new Uint8Array(32).fill(1));
const ids = Array.from({ length: 30 }, (_, index) => `ext-${String(index + 1).padStart(4, '0')}`);
const poolOf = (serial: string, eligible = ids): FrozenPool =>
  freezePool({ serial, kind: 'SUPERVISOR', purpose: '日常督导', scope: 'OWN_APPOINTED', k: 3, ruleVersion: 'fd1', eligible, exclusions: [] });
const draw = (pool: FrozenPool) => drawFrom(pool, prove(secretKey, alphaOf(pool)));

describe('a ticket', () => {
  const { beta } = draw(poolOf('2026-1'));

  it('is what openssl computes from one line', () => {
    for (const id of ['a', 'ext-0001', '01990000-0000-8000-8000-000000000001', `x${'9'.repeat(63)}`]) {
      expect(execFileSync('sh', ['-c', ticketLine(beta, id)], { encoding: 'utf8' }).trim().split(' ').at(-1)).toBe(ticketOf(beta, id));
    }
  });

  it('does not change, nor does the order of the others, when a candidate is taken out', () => {
    fc.assert(fc.property(fc.subarray(ids), (some) => {
      const left = new Set(some);
      expect(orderOf(beta, some)).toEqual(orderOf(beta, ids).filter(({ candidateId }) => left.has(candidateId)));
    }));
  });
});

describe('a draw', () => {
  it('takes the k lowest tickets and keeps all others as substitutes in order', () => {
    const { order, result } = draw(poolOf('2026-1'));
    const tickets = order.map(({ ticket }) => ticket);
    expect(tickets).toEqual(tickets.toSorted());
    expect(order.map(({ candidateId }) => candidateId).toSorted()).toEqual(ids);
    expect(result).toEqual(order.slice(0, 3).map(({ candidateId }) => candidateId));
  });

  it('drawn again with the same serial and pool has the same result, in whatever order the candidates are named', () => {
    const first = draw(poolOf('2026-1'));
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), (shuffled) => {
        expect(draw(poolOf('2026-1', shuffled))).toEqual(first);
      }),
      { numRuns: 20 },
    );
  });

  it('has another seed for another serial', () => {
    expect(draw(poolOf('2026-2')).beta).not.toBe(draw(poolOf('2026-1')).beta);
  });

  it('is refused when the pool is smaller than the number to draw', () => {
    const pool = poolOf('2026-1', ids.slice(0, 2));
    const proof = prove(secretKey, alphaOf(pool));
    expect(() => drawFrom(pool, proof)).toThrow(new RangeError('2 candidates for 3 seats'));
    expect(() => drawFrom(poolOf('2026-1'), new Uint8Array(79))).toThrow(new RangeError('not an ECVRF proof'));
  });
});

describe('fairness over 1,000 draws of 3 out of 30', () => {
  const DRAWS = 1_000;
  const LINE_999_PERMILLE_29_DEGREES = 58.301;
  const betas = Array.from({ length: DRAWS }, (_, index) => draw(poolOf(`2026-${index}`)).beta);

  /** Pearson's sum, corrected for drawing without replacement, so that it follows χ² with n − 1 degrees of freedom. */
  function chiSquare(eligible: readonly string[]): number {
    const times = new Map(eligible.map((id) => [id, 0]));
    for (const beta of betas) {
      for (const { candidateId } of orderOf(beta, eligible).slice(0, 3)) times.set(candidateId, (times.get(candidateId) ?? 0) + 1);
    }
    const n = eligible.length;
    const expected = (DRAWS * 3) / n;
    const sum = [...times.values()].reduce((total, observed) => total + (observed - expected) ** 2 / expected, 0);
    return (sum * (n - 1)) / (n - 3);
  }

  it('stays under the 99.9 % line', () => {
    const value = chiSquare(ids);
    expect(value).toBeLessThan(LINE_999_PERMILLE_29_DEGREES);
    expect(value).toBeGreaterThan(5);
  });

  it('would cross the line if one candidate stood in the pool twice', () => {
    const twice = ids.with(29, 'ext-0001');
    expect(chiSquare(twice)).toBeGreaterThan(LINE_999_PERMILLE_29_DEGREES);
  });

  it('puts every candidate last as often as any other', () => {
    const lasts = new Map<string, number>();
    for (const beta of betas) {
      const last = orderOf(beta, ids).at(-1)?.candidateId ?? '';
      lasts.set(last, (lasts.get(last) ?? 0) + 1);
    }
    const expected = DRAWS / ids.length;
    const value = ids.reduce((total, id) => total + ((lasts.get(id) ?? 0) - expected) ** 2 / expected, 0);
    expect(value).toBeLessThan(LINE_999_PERMILLE_29_DEGREES);
  });
});

describe('the input of the random function', () => {
  it('is the tag, the serial and the digest of the pool, each with its length', () => {
    const digest = draw(poolOf('2026-1')).poolDigest;
    const expected = Buffer.concat([Buffer.from('\0\0\0\x09fd1/ecvrf\0\0\0\x062026-1\0\0\0\x20'), hexToBytes(digest)]);
    expect(Buffer.from(alphaOf(poolOf('2026-1'))).toString('hex')).toBe(expected.toString('hex'));
  });
});
