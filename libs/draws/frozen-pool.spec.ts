import fc from 'fast-check';

import { type FrozenPool, freezePool, poolDigest, poolFaults } from '#libs/draws/frozen-pool';

const pool: FrozenPool = {
  serial: '闽督抽〔2026〕0001号', kind: 'SUPERVISOR', purpose: '日常督导', scope: 'OWN_APPOINTED', k: 2, ruleVersion: 'fd1',
  eligible: ['ext-0002', 'ext-0001', 'ext-0003'],
  exclusions: [{ candidateId: 'ext-0009', reason: 'SUSPENDED' }, { candidateId: 'ext-0004', reason: 'SUSPENDED' }, { candidateId: 'ext-0004', reason: 'OUT_OF_TERM' }],
  replacement: { serial: '闽督抽〔2025〕0099号', candidateId: 'ext-0009', reason: 'DECLINED' },
};
const frozen = freezePool(pool);

describe('freezing a pool', () => {
  it('sorts candidates and exclusions, so that the order in which they are named does not matter', () => {
    expect(frozen.eligible).toEqual(['ext-0001', 'ext-0002', 'ext-0003']);
    expect(frozen.exclusions.map(({ candidateId, reason }) => `${candidateId} ${reason}`)).toEqual(['ext-0004 OUT_OF_TERM', 'ext-0004 SUSPENDED', 'ext-0009 SUSPENDED']);
    fc.assert(fc.property(fc.shuffledSubarray([...pool.eligible], { minLength: 3 }), fc.shuffledSubarray([...pool.exclusions], { minLength: 3 }), (eligible, exclusions) => {
      expect(freezePool({ ...pool, eligible, exclusions })).toEqual(frozen);
    }));
  });

  it.each<[string, Partial<FrozenPool>, string]>([
    ['a candidate twice', { eligible: ['ext-0001', 'ext-0001', 'ext-0002'] }, '名录应当排序且不重复'],
    ['an exclusion twice', { exclusions: [...pool.exclusions, ...pool.exclusions] }, '排除名单应当排序且不重复'],
    ['a candidate in and out', { eligible: ['ext-0004', 'ext-0005'] }, '同一候选不能既在名录又被排除'],
    ['the one who left the seat', { exclusions: [], eligible: ['ext-0008', 'ext-0009'] }, '被递补的人不能再进入名录'],
    ['an id that a shell would read', { eligible: ['$(id)', 'ext-0001'] }, '候选编号只能用字母、数字和 . _ : -'],
    ['no one to draw', { k: 0 }, '抽取人数应当是正整数'],
    ['half a person to draw', { k: 1.5 }, '抽取人数应当是正整数'],
    ['no purpose', { purpose: '' }, '编号、用途、范围、规则版本应当是非空的文字'],
    ['half a character', { purpose: '\ud800' }, '编号、用途、范围、规则版本应当是非空的文字'],
  ])('refuses %s', (_, change, fault) => {
    expect(() => freezePool({ ...pool, ...change })).toThrow(new RangeError(fault));
  });

  it('leaves a pool that is too small as it is: that the draw fails is a fact too', () => {
    expect(poolFaults(freezePool({ ...pool, eligible: [] }))).toEqual([]);
  });
});

describe('the digest of a pool', () => {
  it('is the one that a second implementation, in another language, computes', () => {
    expect(poolDigest(frozen)).toBe('6c163fd71a6fe16d26f4e6e5bdb4015e20a2fecf6a46376d02069ee4b488f037');
  });

  it('changes with every member', () => {
    const { replacement: _, ...withoutReplacement } = frozen;
    const changes: readonly FrozenPool[] = [
      frozen,
      withoutReplacement,
      ...(['serial', 'purpose', 'scope', 'ruleVersion'] as const).map((member) => ({ ...frozen, [member]: `${frozen[member]}.` })),
      { ...frozen, kind: 'TARGET' },
      { ...frozen, k: 1 },
      { ...frozen, eligible: frozen.eligible.slice(1) },
      { ...frozen, eligible: [...frozen.eligible, 'ext-0005'] },
      { ...frozen, exclusions: frozen.exclusions.slice(1) },
      { ...frozen, exclusions: frozen.exclusions.with(0, { candidateId: 'ext-0004', reason: 'BARRED' }) },
      { ...frozen, exclusions: frozen.exclusions.with(2, { candidateId: 'ext-0008', reason: 'SUSPENDED' }) },
      ...(['serial', 'candidateId', 'reason'] as const).map((member) => ({ ...frozen, replacement: { ...pool.replacement, [member]: 'X' } as never })),
    ];
    expect(new Set(changes.map(poolDigest)).size).toBe(changes.length);
  });

  it('is not fooled by a text that runs into the next', () => {
    expect(poolDigest({ ...frozen, serial: '1', purpose: '2026' })).not.toBe(poolDigest({ ...frozen, serial: '12', purpose: '026' }));
    const [moved] = frozen.exclusions;
    expect(poolDigest({ ...frozen, eligible: ['a', 'b', 'c'], exclusions: [] })).not.toBe(poolDigest({ ...frozen, eligible: ['a'], exclusions: [{ ...moved, candidateId: 'b', reason: 'c' }] }));
  });
});
