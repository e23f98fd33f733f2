import { type GroupState, NO_GROUP } from '#libs/cases/case-group.evolve';
import type { Matter } from '#libs/cases/case-intake.events';
import type { Asks } from '#libs/cases/powers.evolve';
import type { LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';

/** What the rules ask of a supervision of either kind. */
export interface Supervision {
  readonly agencyId: string;
  readonly area: Area;
  readonly isCentralBranch: boolean;
  readonly dispatcher: Area;
  /** First and last planned day on site, both included. */
  readonly onSiteFrom: LegalDate;
  readonly onSiteTo: LegalDate;
  readonly matters: readonly Matter[];
  readonly group: GroupState;
  readonly asks: Asks;
  /** The report on C4 is in. */
  readonly researched: boolean;
  /** Ids of the sanction cases that rest on it. */
  readonly sanctions: readonly string[];
}

/** Of a supervision about which nothing has happened yet. */
export const NOT_BEGUN = { group: NO_GROUP, asks: [], researched: false, sanctions: [] } satisfies Partial<Supervision>;
