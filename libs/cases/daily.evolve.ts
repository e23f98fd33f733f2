import type { Matter } from '#libs/cases/case-intake.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { DailySupervisionPlanned, Inspection } from '#libs/cases/daily-plan.events';
import type { DailyStage } from '#libs/cases/daily.stage';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { Slot } from '#libs/sessions/session.events';

/** What the rules ask of a daily supervision. */
export interface Daily extends Slot {
  readonly stage: DailyStage;
  readonly sessionId: string;
  readonly agencyId: string;
  readonly area: Area;
  readonly isCentralBranch: boolean;
  readonly dispatcher: Area;
  /** First and last day of the session, both included. */
  readonly onSiteFrom: LegalDate;
  readonly onSiteTo: LegalDate;
  readonly inspection: Inspection;
  readonly matters: readonly Matter[];
}

export type DailyState = Daily | undefined;

function planned({ sessionId, agencyId, area, isCentralBranch, dispatcher, startsAt, endsAt, inspection, matters }: DailySupervisionPlanned['data']): Daily {
  return {
    stage: 'PLANNED', sessionId, agencyId, area, isCentralBranch, dispatcher, startsAt, endsAt, onSiteFrom: legalDateOf(startsAt), onSiteTo: legalDateOf(endsAt),
    inspection, matters,
  };
}

export function evolveDaily(state: DailyState, event: Recorded<DailyEvent>): DailyState {
  if (event.type === 'DailySupervisionPlanned') return planned(event.data);
  if (state === undefined) throw new Error(`${event.stream}@${event.revision}: ${event.type} before the supervision was planned`);
  return { ...state, stage: 'CANCELLED' };
}
