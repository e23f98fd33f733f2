/** One line of the bench. `ratio` is ours to the limit's side, the better the greater; it holds at `bound` or more. Of peers neither is a limit, and there is no promise. */
export interface Line {
  readonly name: string;
  readonly ours: number;
  readonly limit: number;
  readonly ratio: number;
  readonly bound: number | 'peer';
  readonly holds: boolean;
}

export const line = (name: string, ours: number, limit: number, bound: number | 'peer', ratio = ours / limit): Line => ({
  name, ours: Math.round(ours), limit: Math.round(limit), ratio: Math.round(ratio * 100) / 100, bound, holds: bound === 'peer' || ratio >= bound,
});
