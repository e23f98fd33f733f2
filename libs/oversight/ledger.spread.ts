import type { DimensionName } from '#libs/oversight/ledger.dimensions';
import { type Part, rowsOf } from '#libs/oversight/ledger.numbers';

/** How evenly something falls on those who are counted by how often it did. */
export interface Spread {
  /** How many are counted. */
  readonly count: number;
  /** How many of them never. */
  readonly never: number;
  /** How often at most. */
  readonly most: number;
  readonly mean: number;
  readonly variance: number;
  /** Sum of squared differences from the mean, by the mean; about `count` - 1 where chance alone decides. Null without any. */
  readonly chiSquare: number | null;
}

const rounded = (number: number): number => Math.round(number * 10_000) / 10_000;

/** Of a number with the dimension `times`; who stands at its last code counts with that many. */
export function spreadOf(parts: readonly Part[]): Spread {
  const rows = rowsOf(parts, ['times'], {}).map(({ of, number }) => ({ times: Number(of.times), number }));
  const sum = (value: (times: number) => number): number => rows.reduce((total, { times, number }) => total + value(times) * number, 0);
  const count = sum(() => 1);
  const mean = count === 0 ? 0 : sum((times) => times) / count;
  const squares = sum((times) => (times - mean) ** 2);
  return {
    count,
    never: rows[0]?.number ?? 0,
    most: rows.findLast(({ number }) => number > 0)?.times ?? 0,
    mean: rounded(mean),
    variance: count === 0 ? 0 : rounded(squares / count),
    chiSquare: mean === 0 ? null : rounded(squares / mean),
  };
}

/** Whether a number says how often. */
export const saysTimes = (dimensions: readonly DimensionName[]): boolean => dimensions.includes('times');
