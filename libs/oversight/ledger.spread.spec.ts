import type { Part } from '#libs/oversight/ledger.numbers';
import { spreadOf } from '#libs/oversight/ledger.spread';

const counted = (numbers: Readonly<Record<number, number>>, measure: 'times' | 'scoreRate' = 'times'): readonly Part[] =>
  Object.entries(numbers).map(([code, delta]) => ({ metric: 'Counted', of: { area: '3501', [measure]: code }, occurredOn: '2026-03-02', recordedOn: '2026-03-02', delta }));
const spread = (numbers: Readonly<Record<number, number>>) => spreadOf(counted(numbers), 'times');

describe('a spread', () => {
  it('says how many, how many never, how often at least and at most, and how far from even', () => {
    expect(spread({ 0: 2, 1: 4, 4: 2 })).toEqual({ count: 8, never: 2, least: 0, most: 4, mean: 1.5, variance: 2.25, chiSquare: 12 });
    expect(spread({ 3: 5 })).toEqual({ count: 5, never: 0, least: 3, most: 3, mean: 3, variance: 0, chiSquare: 0 });
  });

  it('has no measure where nobody was drawn, or nobody is there', () => {
    expect(spread({ 0: 3 })).toEqual({ count: 3, never: 3, least: 0, most: 0, mean: 0, variance: 0, chiSquare: null });
    expect(spread({})).toEqual({ count: 0, never: 0, least: 0, most: 0, mean: 0, variance: 0, chiSquare: null });
  });

  it('of scores says nothing of chance', () => {
    expect(spreadOf(counted({ 80: 1, 90: 2, 100: 1 }, 'scoreRate'), 'scoreRate')).toEqual({ count: 4, never: 0, least: 80, most: 100, mean: 90, variance: 50, chiSquare: null });
  });
});
