import type { Instant, LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { legalDateOf } from '#libs/regulation/legal-date';
import type {
  AssessmentEvent, CommendationAdded, IssueEntryAdded, LearningEntryAdded, TaskConductAssessed, TaskEntryAdded,
} from '#libs/supervisors/assessment.events';
import { type Assessment, evolveAssessment, openPeriod } from '#libs/supervisors/assessment.evolve';

/** One entry of the file, as it was written. */
export interface AssessmentEntry {
  readonly type: EntryFact['type'];
  readonly at: Instant;
  readonly data: EntryFact['data'];
}

type EntryFact = TaskEntryAdded | TaskConductAssessed | CommendationAdded | IssueEntryAdded | LearningEntryAdded;

/** 考核档案: one document for each body and supervisor. The fold of `assessment.evolve` is part of it: its version follows both. */
export interface AssessmentFile extends Assessment {
  readonly assessmentId: string;
  /** Who keeps the file: one of the three. */
  readonly center: string;
  readonly agencyId: string;
  readonly departmentId: string;
  readonly openedOn: LegalDate;
  readonly record: readonly AssessmentEntry[];
  /** Number of the assessment under way; empty where none is. */
  readonly underWay: string;
}

const ENTRIES: readonly string[] = ['TaskEntryAdded', 'TaskConductAssessed', 'CommendationAdded', 'IssueEntryAdded', 'LearningEntryAdded'] satisfies readonly EntryFact['type'][];
const isEntry = (event: Recorded<AssessmentEvent>): event is Recorded<EntryFact> => ENTRIES.includes(event.type);

const entriesIn = (event: Recorded<AssessmentEvent>): readonly AssessmentEntry[] =>
  isEntry(event) ? [{ type: event.type, at: event.meta.occurredAt, data: event.data }] : [];

const underWayIn = (state: Assessment): string => openPeriod(state)?.assessmentNo ?? '';

const KEEPERS = { PROVINCIAL_CENTER: 'center', MUNICIPAL_CENTER: 'center', AGENCY: 'agencyId', INDUSTRY_DEPT: 'departmentId' } as const;

function apply(file: AssessmentFile | null, event: Recorded<AssessmentEvent>, assessmentId: string): AssessmentFile | null {
  const state = evolveAssessment(file ?? undefined, event);
  if (state === undefined) return null;
  return {
    ...state, assessmentId, center: '', agencyId: '', departmentId: '', [KEEPERS[state.dispatcher.by]]: state.dispatcher.organisation,
    openedOn: file?.openedOn ?? legalDateOf(event.meta.occurredAt),
    record: [...(file?.record ?? []), ...entriesIn(event)],
    underWay: underWayIn(state),
  };
}

export const assessmentFile: View<AssessmentFile> = {
  name: 'assessment-file',
  version: 2,
  categories: ['assessment'],
  indexes: ['center', 'agencyId', 'departmentId', 'personId', 'supervisorId', 'openedOn'],
  keys: (event) => [event.stream.slice('assessment-'.length)],
  apply: (file, event, key) => apply(file, event as unknown as Recorded<AssessmentEvent>, key),
};
