import type { AgencyEvent, AgencyRegistered } from '#libs/agencies/agency.events';
import type { Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** 机构名册: one document an agency. */
export interface AgencyEntry {
  readonly agencyId: string;
  readonly name: string;
  readonly agencyType: AgencyRegistered['data']['agencyType'];
  readonly division: string;
  readonly area: string;
  readonly isCentralBranch: boolean;
  readonly filedOn: string;
}

const agencyIdOf = (event: RecordedEvent): string => event.stream.slice('agency-'.length);

export const agencyRegister: View<AgencyEntry> = {
  name: 'agency-register',
  version: 2,
  categories: ['agency'],
  indexes: ['area', 'agencyType', 'isCentralBranch', 'name'],
  keys: (event) => [agencyIdOf(event)],
  apply: (entry, recordedEvent, key) => {
    const event = recordedEvent as unknown as Recorded<AgencyEvent>;
    switch (event.type) {
      case 'AgencyRegistered':
        return { ...entry, agencyId: key, ...event.data };
    }
  },
};
