import type { Area } from '#libs/regulation/areas';
import type { AgencyGround } from '#libs/regulation/codes';

/** What every decision against the agency says. */
export interface SanctionDecision {
  readonly agencyId: string;
  readonly center: Area;
  readonly documentNumber: string;
  readonly grounds: readonly AgencyGround[];
  /** Legal bases, each with its number. */
  readonly bases: readonly string[];
  readonly reasons: string;
  /** What the centre says to the agency's statement; present where there was one. */
  readonly replyToStatement?: string;
}
