import { readFileSync } from 'node:fs';

import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';

import { type DrawRecord, drawRecordOf, drawRecordText } from '#libs/draws/draw-record';
import { parseDrawRecord } from '#libs/draws/draw-record-reader';
import { type FrozenPool, freezePool, poolDigest } from '#libs/draws/frozen-pool';
import { alphaOf, drawFrom, orderOf, type Ticket, ticketOf } from '#libs/draws/tickets';
import { verifyDraw } from '#libs/draws/verify-draw';
import { ecvrfKeyPair, prove } from '#libs/proof/ecvrf';

const example = readFileSync(new URL('draw-record.example.json', import.meta.url), 'utf8');
const record = parseDrawRecord(example);
const pinned = { publicKey: record.publicKey };
const ours = ecvrfKeyPair(new Uint8Array(32).fill(1));
const other = ecvrfKeyPair(new Uint8Array(32).fill(2));

const failedIn = (bad: DrawRecord, keys: { publicKey?: string } = pinned): readonly string[] => {
  const { ok, checks } = verifyDraw(bad, keys);
  const failed = checks.filter((check) => !check.ok).map(({ name }) => name);
  expect(ok).toBe(failed.length === 0);
  return failed;
};

const drawnBy = (secretKey: Uint8Array, pool: FrozenPool) => drawFrom(pool, prove(secretKey, alphaOf(pool)));
const withPool = (change: Partial<FrozenPool>): DrawRecord => ({ ...record, ...change });

describe('the example record', () => {
  it('is what its pool and key give, to the byte, today and in years', () => {
    expect(drawRecordText(drawRecordOf(freezePool(record), drawnBy(ours.secretKey, record), record))).toBe(example);
  });

  it('passes every check under the announced key', () => {
    const { ok, checks } = verifyDraw(record, { publicKey: record.publicKey.toUpperCase() });
    expect(ok).toBe(true);
    expect(checks).toHaveLength(9);
    expect(checks.filter(({ warning }) => warning)).toEqual([]);
    expect(checks.find(({ name }) => name === 'PROOF')?.sentence).toBe('随机数证明成立:此名录在此公钥下只有这一个结果');
  });

  it('passes with a warning when the auditor brings no key', () => {
    const { ok, checks } = verifyDraw(record);
    expect(ok).toBe(true);
    expect(checks.filter(({ warning }) => warning).map(({ name }) => name)).toEqual(['PUBLIC_KEY']);
  });
});

describe('a changed record is refused by the named check', () => {
  const [first, second, ...others] = record.order as [Ticket, Ticket, ...Ticket[]];

  it.each<[string, Partial<FrozenPool>]>([
    ['a candidate added', { eligible: [...record.eligible, 'ext-0011'] }],
    ['a candidate taken out', { eligible: record.eligible.slice(1) }],
    ['an exclusion taken out', { exclusions: record.exclusions.slice(1) }],
    ['another reason for an exclusion', { exclusions: record.exclusions.with(0, { candidateId: 'ext-0004', reason: 'BARRED' }) }],
    ['another serial', { serial: '闽督抽〔2026〕0008号' }],
    ['another purpose', { purpose: '专项督导' }],
    ['another scope', { scope: 'PROVINCE' }],
    ['another rule version', { ruleVersion: 'fd2' }],
    ['another number to draw', { k: 3 }],
    ['another seat to fill', { replacement: { serial: '闽督抽〔2026〕0006号', candidateId: 'ext-0009', reason: 'DECLINED' } }],
  ])('%s', (_, change) => {
    expect(failedIn(withPool(change))).toEqual(expect.arrayContaining(['POOL_DIGEST', 'PROOF']));
    const redigested = { ...record, ...change, poolDigest: poolDigest({ ...record, ...change }) };
    expect(failedIn(redigested)).toContain('PROOF');
  });

  it('a pool that is not canonical, though digest and proof are made for it', () => {
    for (const eligible of [record.eligible.toReversed(), [...record.eligible, 'ext-0010'], [...record.eligible.slice(0, -1), 'ext-0009']]) {
      const pool = withPool({ eligible });
      expect(failedIn({ ...record, eligible, ...drawnBy(ours.secretKey, pool) })).toEqual(expect.arrayContaining(['POOL']));
    }
  });

  it('another key, the whole record made anew under it', () => {
    const forged = { ...record, ...drawnBy(other.secretKey, record), publicKey: bytesToHex(other.publicKey) };
    expect(failedIn(forged)).toEqual(['PUBLIC_KEY', 'PROOF', 'OUTPUT']);
    expect(failedIn(forged, {})).toEqual([]);
    expect(failedIn(record, { publicKey: 'no key' })).toEqual(['PUBLIC_KEY', 'PROOF', 'OUTPUT']);
    expect(failedIn({ ...record, publicKey: bytesToHex(other.publicKey) })).toEqual(['PUBLIC_KEY']);
  });

  it('any bit of the proof, with the output it would give', () => {
    fc.assert(
      fc.property(fc.nat(80 * 8 - 1), (bit) => {
        const proof = hexToBytes(record.proof).map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        expect(failedIn({ ...record, proof: bytesToHex(proof) })).toContain('PROOF');
      }),
      { numRuns: 50 },
    );
  });

  it('another output, with tickets and result that follow from it', () => {
    const beta = 'ab'.repeat(64);
    const order = orderOf(beta, record.eligible);
    const forged = { ...record, beta, order, result: order.slice(0, 2).map(({ candidateId }) => candidateId) };
    expect(failedIn(forged)).toEqual(expect.arrayContaining(['OUTPUT', 'TICKETS']));
  });

  it('two places of the order exchanged', () => {
    expect(failedIn({ ...record, order: [second, first, ...others] })).toEqual(['ORDER']);
  });

  it('a ticket changed, left out, added, given to two', () => {
    const moved = { candidateId: first.candidateId, ticket: ticketOf(record.beta, second.candidateId) };
    expect(failedIn({ ...record, order: [moved, second, ...others] })).toEqual(['TICKETS']);
    expect(failedIn({ ...record, order: [first, ...others] })).toEqual(['TICKETS', 'ORDER']);
    expect(failedIn({ ...record, order: [first, second, ...others, first] })).toEqual(['TICKETS', 'ORDER']);
    expect(failedIn({ ...record, order: [first, first, ...others] })).toEqual(['TICKETS', 'ORDER']);
  });

  it('another result: exchanged, shortened, a substitute put in', () => {
    const [a, b] = record.result as [string, string];
    const substitute = (others[0] as Ticket).candidateId;
    for (const result of [[b, a], [a], [a, b, substitute], [a, substitute], []]) expect(failedIn({ ...record, result })).toEqual(['RESULT']);
  });

  it('a pool smaller than the number to draw, honestly computed', () => {
    const pool = freezePool({ ...record, eligible: ['ext-0001', 'ext-0002'], k: 2 });
    const honest = { ...record, ...pool, ...drawnBy(ours.secretKey, pool) };
    expect(failedIn(honest)).toEqual([]);
    const short = { ...honest, eligible: ['ext-0001'] };
    const proof = prove(ours.secretKey, alphaOf(short));
    const outcome = drawFrom({ ...short, k: 1 }, proof);
    expect(failedIn({ ...short, ...outcome, poolDigest: poolDigest(short) })).toEqual(['RESULT']);
  });

  it('moments that run backwards', () => {
    expect(failedIn({ ...record, frozenAt: record.preparedAt, preparedAt: record.frozenAt })).toEqual(['TIMES']);
    expect(failedIn({ ...record, drawnAt: record.preparedAt })).toEqual(['TIMES']);
  });
});
