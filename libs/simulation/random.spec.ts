import fc from 'fast-check';
import { randomFor } from '#libs/simulation/random';

describe('seeded chance', () => {
  it('is the same row for the same seed and purpose, another for any other', () => {
    const row = (seed: string, purpose: string): readonly number[] => Array.from({ length: 5 }, randomFor(seed, purpose).next);
    expect(row('1', 'case 1')).toEqual(row('1', 'case 1'));
    expect(new Set([row('1', 'case 1')[0], row('1', 'case 2')[0], row('2', 'case 1')[0]]).size).toBe(3);
  });

  it('stays within its bounds, reaches both, and loses nothing in a shuffle', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(), { maxLength: 20 }), (seed, items) => {
        const random = randomFor(seed, 'test');
        const drawn = Array.from({ length: 200 }, () => random.between(2, 4));
        expect(new Set(drawn)).toEqual(new Set([2, 3, 4]));
        expect(random.shuffled(items).toSorted()).toEqual(items.toSorted());
      }),
      { numRuns: 50 },
    );
  });

  it('is even: each of ten places comes near its tenth', () => {
    const random = randomFor('1', 'evenness');
    const counts = Array.from({ length: 10 }, () => 0);
    for (let n = 0; n < 10_000; n += 1) {
      const place = random.between(0, 9);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    expect(counts.every((count) => count > 850 && count < 1150)).toBe(true);
  });
});
