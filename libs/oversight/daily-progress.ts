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

/** What the numbers ask of a daily supervision. */
export interface DailyProgress {
  readonly agencyType: AgencyType;
  readonly center: Area;
  readonly daily: Daily;
  readonly declines: Declines;
  readonly form?: Form;
  readonly submittedOn?: LegalDate;
  /** Of the first version of the record form. */
  readonly record?: Timeliness;
}

/** Without what its stage and its deadline do not rest on: the ledger keeps a state a day. */
const lean = (daily: Daily): Daily => ({ ...daily, matters: [], asks: [], unassignedActs: [], briefed: [], problems: [], sanctions: [] });

export function openedDaily(event: Recorded<DailySupervisionPlanned>): DailyProgress | undefined {
  const daily = evolveDaily(undefined, event);
  return daily === undefined ? undefined : { agencyType: event.data.agencyType, center: event.data.dispatcher, daily: lean(daily), declines: {} };
}

const formOf = ({ methods, items }: SupervisionRecordForm): Form => ({ methods, items: items.map(({ item, result }) => ({ item, result })) });

function recordAfter({ type, data, meta }: Recorded<DailyEvent>): Partial<DailyProgress> {
  if (type === 'RecordSubmitted') return { form: formOf(data.form), record: data.late ? 'LATE' : 'ON_TIME', submittedOn: legalDateOf(meta.occurredAt) };
  return type === 'RecordCorrected' ? { form: formOf(data.form) } : {};
}

export function evolveDailyProgress(before: DailyProgress, event: Recorded<DailyEvent>): DailyProgress {
  const daily = lean(evolveDaily(before.daily, event) ?? before.daily);
  const isSame = JSON.stringify(daily) === JSON.stringify(before.daily);
  return changed(before, { ...recordAfter(event), declines: declinesAfter(before.declines, event), ...(!isSame && { daily }) });
}

/** The record form is awaited, and its last day is over. */
export const isOverdue = ({ daily: { stage, recordDue } }: DailyProgress, on: LegalDate): boolean => stage === 'ENDED' && recordDue !== undefined && recordDue.date < on;
