import type { Part } from '#libs/oversight/ledger.numbers';
import { spreadOf } from '#libs/oversight/ledger.spread';

const counted = (numbers: Readonly<Record<number, number>>): readonly Part[] =>
  Object.entries(numbers).map(([times, delta]) => ({ metric: 'SupervisorsByTimesDrawn', of: { area: '3501', times }, occurredOn: '2026-03-02', recordedOn: '2026-03-02', delta }));

describe('a spread', () => {
  it('says how many, how many never, how often at most, and how far from even', () => {
    expect(spreadOf(counted({ 0: 2, 1: 4, 4: 2 }))).toEqual({ count: 8, never: 2, most: 4, mean: 1.5, variance: 2.25, chiSquare: 12 });
    expect(spreadOf(counted({ 3: 5 }))).toEqual({ count: 5, never: 0, most: 3, mean: 3, variance: 0, chiSquare: 0 });
  });

  it('has no measure where nobody was drawn, or nobody is there', () => {
    expect(spreadOf(counted({ 0: 3 }))).toEqual({ count: 3, never: 3, most: 0, mean: 0, variance: 0, chiSquare: null });
    expect(spreadOf([])).toEqual({ count: 0, never: 0, most: 0, mean: 0, variance: 0, chiSquare: null });
  });
});
