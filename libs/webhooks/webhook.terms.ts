const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;

/** How long deliveries bear the signatures of two secrets after a rotation. */
export const SECRET_OVERLAP_MS = 24 * HOUR_MS;

/** Attempts in a row, some seven hours of them, after which an endpoint is left alone. */
export const FAILURES_UNTIL_SUSPENSION = 16;

/** How long it is left alone. */
export const SUSPENSION_MS = 24 * HOUR_MS;

const FIRST_WAIT_MS = 5 * SECOND_MS;
const LONGEST_WAIT_MS = HOUR_MS;

/**
 * Milliseconds to wait after so many failures in a row: 5 s, doubled each time up to an hour, of which `chance` (0 to 1)
 * takes off up to a half, so that endpoints that failed together do not return together.
 */
export const waitAfter = (failures: number, chance: number): number => Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS) * (1 - chance / 2);
