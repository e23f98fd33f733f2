import type { DimensionName } from '#libs/oversight/ledger.dimensions';
import { type Part, rowsOf } from '#libs/oversight/ledger.numbers';

/** How much those who are counted differ in something: how often it fell on them, or how much they gave. */
export interface Spread {
  /** How many are counted. */
  readonly count: number;
  /** How many of them have none at all. */
  readonly never: number;
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  readonly variance: number;
  /** Sum of squared differences from the mean, by the mean; about `count` - 1 where chance alone decides. Null without any, and of what does not come by chance. */
  readonly chiSquare: number | null;
}

const rounded = (number: number): number => Math.round(number * 10_000) / 10_000;

/** Dimensions whose codes are numbers. */
const MEASURES = ['times', 'scoreRate'] as const satisfies readonly DimensionName[];
type Measure = (typeof MEASURES)[number];

/** Of a number with the dimension; who stands at the last code of it counts with that many. */
export function spreadOf(parts: readonly Part[], measure: Measure): Spread {
  const rows = rowsOf(parts, [measure], {}).map(({ of, number }) => ({ value: Number(of[measure]), number }));
  const sum = (weight: (value: number) => number): number => rows.reduce((total, { value, number }) => total + weight(value) * number, 0);
  const there = rows.flatMap(({ value, number }) => (number > 0 ? [value] : []));
  const count = sum(() => 1);
  const mean = sum((value) => value) / Math.max(count, 1);
  const squares = sum((value) => (value - mean) ** 2);
  const comesByChance = mean > 0 && measure === 'times';
  return {
    count,
    never: rows[0]?.number ?? 0,
    least: there.at(0) ?? 0,
    most: there.at(-1) ?? 0,
    mean: rounded(mean),
    variance: rounded(squares / Math.max(count, 1)),
    chiSquare: !comesByChance ? null : rounded(squares / mean),
  };
}

/** What a number measures in those who are counted, if anything. */
export const measureOf = (dimensions: readonly DimensionName[]): Measure | undefined => MEASURES.find((measure) => dimensions.includes(measure));
