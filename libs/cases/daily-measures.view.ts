import type { DailyEvent } from '#libs/cases/daily.events';
import type { ImprovementConfirmed, ImprovementReported, MeasureEvent, MeasureWords } from '#libs/cases/daily-measures.events';
import { MEASURE_OF } from '#libs/cases/daily-measures.evolve';
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

/** 日常督导措施: what the agency reads of a daily supervision, and nothing of the record form. */
export interface DailyMeasuresFile extends Pick<MeasureWords, 'agencyId' | 'sessionId'> {
  readonly caseId: string;
  readonly area: string;
  readonly measures: readonly TakenMeasure[];
  readonly statements: readonly ImprovementReported['data'][];
  readonly confirmations: readonly ImprovementConfirmed['data'][];
  readonly closedOn?: LegalDate;
  readonly lastEventAt: Instant;
}

type Told = Extract<DailyEvent, MeasureEvent | { readonly type: 'ImprovementReported' | 'ImprovementConfirmed' | 'DailySupervisionClosed' }>;

const isMeasure = (event: Recorded<Told>): event is Recorded<MeasureEvent> => Object.hasOwn(MEASURE_OF, event.type);
const TOLD = [...Object.keys(MEASURE_OF), 'ImprovementReported', 'ImprovementConfirmed', 'DailySupervisionClosed'];

/** Whether the agency is told of the fact. */
export const isToldToAgency = ({ type }: Pick<RecordedEvent, 'type'>): boolean => TOLD.includes(type);

function taken({ type, data, meta }: Recorded<MeasureEvent>): TakenMeasure {
  const { agencyId: _agency, sessionId: _session, ...said } = data;
  return { measure: MEASURE_OF[type], measureName: DAILY_MEASURES[MEASURE_OF[type]], takenOn: legalDateOf(meta.occurredAt), ...said };
}

function apply(file: DailyMeasuresFile | null, event: Recorded<Told>, caseId: string): DailyMeasuresFile | null {
  const { occurredAt: lastEventAt, area } = event.meta;
  if (isMeasure(event)) {
    const { agencyId, sessionId } = event.data;
    const before = file ?? { caseId, agencyId, sessionId, area, measures: [], statements: [], confirmations: [] };
    return { ...before, measures: [...before.measures, taken(event)], lastEventAt };
  }
  if (file === null) return null;
  const { type, data } = event as Recorded<Exclude<Told, MeasureEvent>>;
  if (type === 'ImprovementReported') return { ...file, statements: [...file.statements, data], lastEventAt };
  if (type === 'ImprovementConfirmed') return { ...file, confirmations: [...file.confirmations, data], lastEventAt };
  return { ...file, closedOn: legalDateOf(lastEventAt), lastEventAt };
}

export const dailyMeasuresFile: View<DailyMeasuresFile> = {
  name: 'daily-measures',
  version: 1,
  categories: ['daily'],
  indexes: ['caseId', 'agencyId', 'area', 'lastEventAt'],
  keys: (event) => (isToldToAgency(event) ? [event.stream.slice('daily-'.length)] : []),
  apply: (file, event, key) => apply(file, event as unknown as Recorded<Told>, key),
};
