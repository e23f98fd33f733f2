import type { TargetKind } from '#libs/draws/target-draw.events';
import type { Area } from '#libs/regulation/areas';

/**
 * The n-th draw of a case is `draw-<caseId>-<n>`: its stream is the reservation, so that no two draws of a case can be
 * the n-th, none is left out, and anyone can count them.
 */
export const drawIdOf = (caseId: string, ordinal: number): string => `${caseId}-${ordinal}`;

/** Most draws of one case. */
export const MOST_DRAWS = 99;

function ordinalAfter(prefix: string, drawId: string): number | undefined {
  if (!drawId.startsWith(prefix)) return undefined;
  const text = drawId.slice(prefix.length);
  const ordinal = Number(text);
  return /^[1-9]\d*$/.test(text) && ordinal <= MOST_DRAWS ? ordinal : undefined;
}

/** Which draw of the case the id names; undefined for none. */
export const ordinalIn = (drawId: string, caseId: string): number | undefined => ordinalAfter(`${caseId}-`, drawId);

/** The n-th draw for the internal supervision of a session: `draw-<sessionId>-i<n>`, so that no case of the same id can have it. */
export const internalDrawIdOf = (sessionId: string, ordinal: number): string => `${sessionId}-i${ordinal}`;

/** Which draw of the session the id names; undefined for none. */
export const internalOrdinalIn = (drawId: string, sessionId: string): number | undefined => ordinalAfter(`${sessionId}-i`, drawId);

/** What a centre draws of one period. */
export const targetRoundOf = (center: Area, of: TargetKind, period: string): string => `${center}-${of.toLowerCase()}-${period}`;

/** The n-th draw of a round: `draw-<round>-t<n>`. */
export const targetDrawIdOf = (round: string, ordinal: number): string => `${round}-t${ordinal}`;

/** Which draw of the round the id names; undefined for none. */
export const targetOrdinalIn = (drawId: string, round: string): number | undefined => ordinalAfter(`${round}-t`, drawId);

/** The n-th draw for a daily supervision: `draw-<caseId>-d<n>`, so that no special supervision of the same id can have it. */
export const dailyDrawIdOf = (caseId: string, ordinal: number): string => `${caseId}-d${ordinal}`;

/** Which draw of the daily supervision the id names; undefined for none. */
export const dailyOrdinalIn = (drawId: string, caseId: string): number | undefined => ordinalAfter(`${caseId}-d`, drawId);
