import type { AgencyEvent, AgencyRegistered } from '#libs/agencies/agency.events';
import type { TrainingEvent } from '#libs/agencies/training.events';
import type { LegalDate, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
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
  /** Last day of the latest training of its 内督; absent before the first. */
  readonly lastTrainedOn?: LegalDate;
  /** 未定期开展内督培训: the day by which the agency should have trained; absent while it is in time. */
  readonly trainingMissedOn?: LegalDate;
}

const PREFIX = 'agency-';

/** An agency's own facts, and the end of a training that it gave. */
function keys(event: RecordedEvent): readonly string[] {
  if (event.stream.startsWith(PREFIX)) return [event.stream.slice(PREFIX.length)];
  const { type, data } = event as unknown as TrainingEvent;
  return type === 'TrainingHeld' && data.by === 'AGENCY' ? [data.organisation] : [];
}

function trained(entry: AgencyEntry | null, endedOn: LegalDate): AgencyEntry | null {
  if (entry === null || endedOn < (entry.lastTrainedOn ?? '')) return entry;
  const { trainingMissedOn: _made, ...rest } = entry;
  return { ...rest, lastTrainedOn: endedOn };
}

export const agencyRegister: View<AgencyEntry> = {
  name: 'agency-register',
  version: 3,
  categories: ['agency', 'training'],
  indexes: ['area', 'agencyType', 'isCentralBranch', 'name'],
  keys,
  apply: (entry, recordedEvent, key) => {
    const event = recordedEvent as unknown as Recorded<AgencyEvent | TrainingEvent>;
    switch (event.type) {
      case 'AgencyRegistered':
        return { ...entry, agencyId: key, ...event.data };
      case 'TrainingDueReminded':
        return entry === null ? null : { ...entry, trainingMissedOn: event.data.dueOn };
      case 'TrainingHeld':
        return trained(entry, event.data.endedOn);
      default:
        return entry;
    }
  },
};
