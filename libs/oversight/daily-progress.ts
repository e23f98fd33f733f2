import type { AgencyType } from '#libs/agencies/agency.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import { type Daily, evolveDaily } from '#libs/cases/daily.evolve';
import type { DailySupervisionPlanned } from '#libs/cases/daily-plan.events';
import type { RecordedItem, SupervisionRecordForm } from '#libs/cases/daily-record.events';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import { type Declines, declinesAfter } from '#libs/oversight/assignments';
import type { Timeliness } from '#libs/oversight/ledger.dimensions';
import { changed } from '#libs/oversight/ledger.metric';
import type { Area } from '#libs/regulation/areas';
import type { ExternalMethod } from '#libs/regulation/codes';
import { legalDateOf } from '#libs/regulation/legal-date';

/** Of the latest version of the record form. */
interface Form {
  readonly methods: readonly ExternalMethod[];
  readonly items: readonly Pick<RecordedItem, 'item' | 'result'>[];
}

/** What its stage rests on. */
type Stage = Pick<Daily, 'stage' | 'group' | 'seatsWanted' | 'dispatched' | 'checkedIn' | 'measures' | 'improvements'>;

/** What the numbers ask of a daily supervision. */
export interface DailyProgress extends Stage {
  readonly agencyType: AgencyType;
  readonly center: Area;
  /** Last day for the record form, from the end on. */
  readonly recordDue?: LegalDate;
  readonly declines: Declines;
  readonly form?: Form;
  readonly submittedOn?: LegalDate;
  /** Of the first version of the record form. */
  readonly record?: Timeliness;
}

const stageIn = ({ stage, group, seatsWanted, dispatched, checkedIn, measures, improvements }: Daily): Stage => ({ stage, group, seatsWanted, dispatched, checkedIn, measures, improvements });

/** Lists that no stage rests on; the ledger keeps a state a day, and so not these. */
const UNKEPT = { matters: [], asks: [], unassignedActs: [], briefed: [], problems: [], sanctions: [] };

export function openedDaily(event: Recorded<DailySupervisionPlanned>): DailyProgress | undefined {
  const daily = evolveDaily(undefined, event);
  return daily === undefined ? undefined : { ...stageIn(daily), agencyType: event.data.agencyType, center: event.data.dispatcher, declines: {} };
}

/** The state as the rules fold it, of what is kept of it: nothing but the stage is read from it. */
const stageAfter = (before: DailyProgress, event: Recorded<DailyEvent>): Stage => stageIn(evolveDaily({ ...before, ...UNKEPT } as unknown as Daily, event) ?? (before as unknown as Daily));

const formOf = ({ methods, items }: SupervisionRecordForm): Form => ({ methods, items: items.map(({ item, result }) => ({ item, result })) });

function recordAfter({ type, data, meta }: Recorded<DailyEvent>): Partial<DailyProgress> {
  switch (type) {
    case 'DailySupervisionEnded':
      return { recordDue: data.recordDue.date };
    case 'RecordDueRecomputed':
      return { recordDue: data.after.date };
    case 'RecordSubmitted':
      return { form: formOf(data.form), record: data.late ? 'LATE' : 'ON_TIME', submittedOn: legalDateOf(meta.occurredAt) };
    case 'RecordCorrected':
      return { form: formOf(data.form) };
    default:
      return {};
  }
}

export const evolveDailyProgress = (before: DailyProgress, event: Recorded<DailyEvent>): DailyProgress =>
  changed(before, { ...stageAfter(before, event), ...recordAfter(event), declines: declinesAfter(before.declines, event) });

/** The record form is awaited, and its last day is over. */
export const isOverdue = ({ stage, recordDue }: DailyProgress, on: LegalDate): boolean => stage === 'ENDED' && recordDue !== undefined && recordDue < on;
