import type { AgencyEvent, AgencyRegistered } from '#libs/agencies/agency.events';
import type { AgencySanctionEvent } from '#libs/agencies/agency-sanction.events';
import { type CaseStanding, evolveCaseStanding, NO_EFFECT, type StandingName, standingOn } from '#libs/agencies/agency-standing.evolve';
import type { TrainingEvent } from '#libs/agencies/training.events';
import { categoryOf, type LegalDate, type Recorded, type RecordedEvent } from '#libs/event-sourcing/event';
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
  /** Whether it may operate; why it may not is nobody else's matter. */
  readonly standing: StandingName;
  /** Last day of the latest training of its 内督; absent before the first. */
  readonly lastTrainedOn?: LegalDate;
  /** 未定期开展内督培训: the day by which the agency should have trained; absent while it is in time. */
  readonly trainingMissedOn?: LegalDate;
}

/** The stored form, with what each sanction case does to the agency. */
export interface AgencyDocument extends AgencyEntry {
  readonly sanctions: Readonly<Record<string, CaseStanding>>;
}

/** What may leave the store. */
export const agencyEntryOf = ({ sanctions: _sanctions, ...entry }: AgencyDocument): AgencyEntry => entry;

/** Facts of a sanction case that change what its agency may do. */
const CHANGING = ['PlatformOperationHeld', 'AgencyCriticised', 'QualificationRevoked', 'PlatformOperationResumed', 'SanctionWithdrawn'] as const;
type Changing = Extract<AgencySanctionEvent, { readonly type: (typeof CHANGING)[number] }>;
const isChanging = (event: Pick<RecordedEvent, 'type'>): event is Recorded<Changing> => (CHANGING as readonly string[]).includes(event.type);

/** An agency's own facts, the end of a training that it gave, and what changes its standing. */
function keys(event: RecordedEvent): readonly string[] {
  if (categoryOf(event.stream) === 'agency') return [event.stream.slice('agency-'.length)];
  if (isChanging(event)) return [event.data.agencyId];
  const { type, data } = event as unknown as TrainingEvent;
  return type === 'TrainingHeld' && data.by === 'AGENCY' ? [data.organisation] : [];
}

function trained(entry: AgencyDocument, endedOn: LegalDate): AgencyDocument {
  if (endedOn < (entry.lastTrainedOn ?? '')) return entry;
  const { trainingMissedOn: _made, ...rest } = entry;
  return { ...rest, lastTrainedOn: endedOn };
}

function sanctioned(entry: AgencyDocument, event: Recorded<Changing>): AgencyDocument {
  const before = entry.sanctions[event.stream] ?? NO_EFFECT;
  const sanctions = { ...entry.sanctions, [event.stream]: evolveCaseStanding(before, event) };
  return { ...entry, sanctions, standing: standingOn(Object.values(sanctions), event.meta.occurredAt) };
}

function changed(entry: AgencyDocument, event: Recorded<AgencyEvent | TrainingEvent | Changing>): AgencyDocument {
  switch (event.type) {
    case 'TrainingDueReminded':
      return { ...entry, trainingMissedOn: event.data.dueOn };
    case 'TrainingHeld':
      return trained(entry, event.data.endedOn);
    case 'PlatformOperationHeld':
    case 'AgencyCriticised':
    case 'QualificationRevoked':
    case 'PlatformOperationResumed':
    case 'SanctionWithdrawn':
      return sanctioned(entry, event);
    default:
      return entry;
  }
}

export const agencyRegister: View<AgencyDocument> = {
  name: 'agency-register',
  version: 5,
  categories: ['agency', 'training', 'agencysanction'],
  indexes: ['area', 'agencyType', 'isCentralBranch', 'name', 'standing'],
  keys,
  apply: (entry, recordedEvent, key) => {
    const event = recordedEvent as unknown as Recorded<AgencyEvent | TrainingEvent | Changing>;
    if (event.type === 'AgencyRegistered') return { ...entry, agencyId: key, ...event.data, standing: 'NORMAL', sanctions: {} };
    return entry === null ? null : changed(entry, event);
  },
};
