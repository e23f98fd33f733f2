/**
 * The n-th draw of a case is `draw-<caseId>-<n>`: its stream is the reservation, so that no two draws of a case can be
 * the n-th, none is left out, and anyone can count them.
 */
export const drawIdOf = (caseId: string, ordinal: number): string => `${caseId}-${ordinal}`;

/** Most draws of one case. */
export const MOST_DRAWS = 99;

/** Which draw of the case the id names; undefined for none. */
export function ordinalIn(drawId: string, caseId: string): number | undefined {
  if (!drawId.startsWith(`${caseId}-`)) return undefined;
  const text = drawId.slice(caseId.length + 1);
  const ordinal = Number(text);
  return /^[1-9]\d*$/.test(text) && ordinal <= MOST_DRAWS ? ordinal : undefined;
}

export const drawStream = (caseId: string, ordinal: number): string => `draw-${drawIdOf(caseId, ordinal)}`;
