/** One line of the bench. `ratio` is ours to the limit's side, the better the greater; it holds at `bound` or more. */
export interface Line {
  readonly name: string;
  readonly ours: number;
  readonly limit: number;
  readonly ratio: number;
  readonly bound: number;
  readonly holds: boolean;
}

export const line = (name: string, ours: number, limit: number, bound: number, ratio = ours / limit): Line => ({
  name, ours: Math.round(ours), limit: Math.round(limit), ratio: Math.round(ratio * 100) / 100, bound, holds: ratio >= bound,
});
