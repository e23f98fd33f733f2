import { ASK_EVENTS, type AskEvent, type TakenAsk, takenAsks } from '#libs/cases/daily-asks.view';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { ImprovementConfirmed, ImprovementRefused, ImprovementReminded, ImprovementReported, MeasureEvent, MeasureWords } from '#libs/cases/daily-measures.events';
import { MEASURE_OF } from '#libs/cases/daily-measures.evolve';
import type { DailySupervisionPlanned } from '#libs/cases/daily-plan.events';
import type { DailyInspectionDisclosed } from '#libs/cases/daily-powers.events';
import type { Instant, LegalDate, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { DAILY_MEASURES, type DailyMeasure } from '#libs/regulation/codes';
import { legalDateOf } from '#libs/regulation/legal-date';

/** A measure as it was addressed to the agency. */
export interface TakenMeasure extends Omit<MeasureWords, 'agencyId' | 'sessionId'> {
  readonly measure: DailyMeasure;
  readonly measureName: string;
  readonly takenOn: LegalDate;
  readonly documentNumber?: string;
  readonly heldOn?: LegalDate;
}

/** What the agency reads of a daily supervision: a disclosure, what it is asked, its measures; nothing of the record form. */
export interface DailyMeasuresFile extends Pick<MeasureWords, 'agencyId' | 'sessionId'> {
  readonly caseId: string;
  readonly area: string;
  readonly disclosure?: Pick<DailyInspectionDisclosed['data'], 'text' | 'matters' | 'supervisors' | 'cardNumber'>;
  readonly asks: readonly TakenAsk[];
  readonly measures: readonly TakenMeasure[];
  readonly statements: readonly ImprovementReported['data'][];
  readonly reminders: readonly ImprovementReminded['data'][];
  readonly refusals: readonly ImprovementRefused['data'][];
  readonly confirmations: readonly ImprovementConfirmed['data'][];
  readonly closedOn?: LegalDate;
  readonly lastEventAt: Instant;
}

/** The stored form: kept from the planning on, and there for nobody before the agency is told something. */
export interface DailyMeasuresDocument extends DailyMeasuresFile {
  readonly isTold: boolean;
}

/** What may leave the store. */
export const dailyMeasuresOf = ({ isTold: _told, ...file }: DailyMeasuresDocument): DailyMeasuresFile => file;

type Told = Extract<DailyEvent, MeasureEvent | AskEvent | { readonly type: 'DailyInspectionDisclosed' | 'ImprovementReported' | 'ImprovementReminded' | 'ImprovementRefused' | 'ImprovementConfirmed' | 'DailySupervisionClosed' }>;

const isMeasure = (event: Recorded<Told>): event is Recorded<MeasureEvent> => Object.hasOwn(MEASURE_OF, event.type);
const isAsk = (event: Recorded<Told>): event is Recorded<AskEvent> => Object.hasOwn(ASK_EVENTS, event.type);
const TOLD = [...Object.keys(MEASURE_OF), ...Object.keys(ASK_EVENTS), 'DailyInspectionDisclosed', 'ImprovementReported', 'ImprovementReminded', 'ImprovementRefused', 'ImprovementConfirmed', 'DailySupervisionClosed'];

/** Whether the agency is told of the fact. */
export const isToldToAgency = ({ type }: Pick<RecordedEvent, 'type'>): boolean => TOLD.includes(type);

function taken({ type, data, meta }: Recorded<MeasureEvent>): TakenMeasure {
  const { agencyId: _agency, sessionId: _session, ...said } = data;
  return { measure: MEASURE_OF[type], measureName: DAILY_MEASURES[MEASURE_OF[type]], takenOn: legalDateOf(meta.occurredAt), ...said };
}

const disclosed = ({ text, matters, supervisors, cardNumber }: DailyInspectionDisclosed['data']): NonNullable<DailyMeasuresFile['disclosure']> =>
  ({ text, matters, supervisors, ...(cardNumber === undefined ? {} : { cardNumber }) });

/** What the fact changes; a supervision that is closed without a measure does not become known by that. */
function changeBy(file: DailyMeasuresDocument, event: Recorded<Told>): Partial<DailyMeasuresDocument> {
  if (isMeasure(event)) return { isTold: true, measures: [...file.measures, taken(event)] };
  if (isAsk(event)) return { isTold: true, asks: takenAsks(file.asks, event) };
  const { type, data, meta } = event as Recorded<Exclude<Told, MeasureEvent | AskEvent>>;
  switch (type) {
    case 'DailyInspectionDisclosed':
      return { isTold: true, disclosure: disclosed(data) };
    case 'ImprovementReported':
      return { statements: [...file.statements, data] };
    case 'ImprovementReminded':
      return { reminders: [...file.reminders, data] };
    case 'ImprovementRefused':
      return { refusals: [...file.refusals, data] };
    case 'ImprovementConfirmed':
      return { confirmations: [...file.confirmations, data] };
    case 'DailySupervisionClosed':
      return { closedOn: legalDateOf(meta.occurredAt) };
  }
}

function opened(caseId: string, { agencyId, sessionId }: DailySupervisionPlanned['data'], area: string, lastEventAt: Instant): DailyMeasuresDocument {
  return { caseId, agencyId, sessionId, area, asks: [], measures: [], statements: [], reminders: [], refusals: [], confirmations: [], lastEventAt, isTold: false };
}

export const dailyMeasuresFile: View<DailyMeasuresDocument> = {
  name: 'daily-measures',
  version: 3,
  categories: ['daily'],
  indexes: ['caseId', 'agencyId', 'area', 'isTold', 'lastEventAt'],
  keys: (event) => (event.type === 'DailySupervisionPlanned' || isToldToAgency(event) ? [event.stream.slice('daily-'.length)] : []),
  apply: (file, stored, key) => {
    const event = stored as unknown as Recorded<Told | DailySupervisionPlanned>;
    const { area, occurredAt: lastEventAt } = event.meta;
    if (event.type === 'DailySupervisionPlanned') return opened(key, event.data, area, lastEventAt);
    return file === null ? null : { ...file, ...changeBy(file, event), lastEventAt };
  },
};
