import type { AgencyEvent, AgencyType } from '#libs/agencies/agency.events';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import { addMonths } from '#libs/regulation/legal-date';
import { parameter, POLICIES } from '#libs/regulation/parameters';

export interface Agency {
  readonly agencyType: AgencyType;
  readonly area: Area;
  readonly isCentralBranch: boolean;
  /** The day from which the training counts that the agency was last reminded of. */
  readonly remindedSince?: LegalDate;
}

export type AgencyState = Agency | undefined;

export function evolveAgency(state: AgencyState, event: Recorded<AgencyEvent>): AgencyState {
  switch (event.type) {
    case 'AgencyRegistered': {
      const { agencyType, area, isCentralBranch } = event.data;
      return { agencyType, area, isCentralBranch };
    }
    case 'TrainingDueReminded':
      return state === undefined ? undefined : { ...state, remindedSince: event.data.since };
  }
}

/** The duty to train counts from the filing, but not from before the Measures. */
export function trainingDutySince(filedOn: LegalDate): LegalDate {
  const [first] = POLICIES;
  return first !== undefined && filedOn < first.validFrom ? first.validFrom : filedOn;
}

/** Last day on which the next training is in time. */
export const trainingDueOn = (since: LegalDate): LegalDate => addMonths(since, parameter('training.internalIntervalMonths', since));
