import type { AgencyEvent, AgencyType } from '#libs/agencies/agency.events';
import type { Recorded } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';

export interface Agency {
  readonly agencyType: AgencyType;
  readonly area: Area;
  readonly isCentralBranch: boolean;
}

export type AgencyState = Agency | undefined;

export function evolveAgency(_state: AgencyState, event: Recorded<AgencyEvent>): AgencyState {
  switch (event.type) {
    case 'AgencyRegistered': {
      const { agencyType, area, isCentralBranch } = event.data;
      return { agencyType, area, isCentralBranch };
    }
  }
}
