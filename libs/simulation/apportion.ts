/** The total in whole shares as the weights have them: largest remainder, ties to the earlier. */
export function apportion<K extends string>(total: number, weights: Readonly<Record<K, number>>): Readonly<Record<K, number>> {
  const keys = Object.keys(weights) as K[];
  const sum = keys.reduce((all, key) => all + weights[key], 0);
  const exact = keys.map((key) => ({ key, share: (total * weights[key]) / sum }));
  const left = total - exact.reduce((given, { share }) => given + Math.floor(share), 0);
  const byRemainder = exact.toSorted((a, b) => (b.share % 1) - (a.share % 1));
  const lucky = new Set(byRemainder.slice(0, left).map(({ key }) => key));
  return Object.fromEntries(exact.map(({ key, share }) => [key, Math.floor(share) + (lucky.has(key) ? 1 : 0)])) as Record<K, number>;
}

/** Each key as often as its count says. */
export const repeated = <K extends string>(counts: Readonly<Record<K, number>>): readonly K[] =>
  (Object.keys(counts) as K[]).flatMap((key) => Array.from({ length: counts[key] }, () => key));
