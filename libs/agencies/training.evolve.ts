import type { ExamHeld, ProviderEngaged, TrainingBody, TrainingEvent, TrainingPlanDrafted } from '#libs/agencies/training.events';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { LeadTime } from '#libs/regulation/deadline';
import { legalDateOf } from '#libs/regulation/legal-date';

export const TRAINING_STAGES = {
  DRAFTED: '拟定方案', FILED: '已报备', RETURNED: '退回补正', STARTED: '已开班', HELD: '培训完成', CLOSED: '总结归档',
} as const;
export type TrainingStage = keyof typeof TRAINING_STAGES;

/** One result of one person, and the examination it comes from. */
export interface SatExam {
  readonly score: number;
  readonly examinedOn: LegalDate;
}

export interface Training extends TrainingBody {
  readonly stage: TrainingStage;
  readonly area: Area;
  readonly draft: number;
  readonly draftedOn: LegalDate;
  readonly startsOn: LegalDate;
  readonly endsOn: LegalDate;
  readonly fileBy?: LeadTime | undefined;
  /** Of the latest draft. */
  readonly filedOn?: LegalDate | undefined;
  readonly acknowledged: boolean;
  readonly reminded: boolean;
  readonly provider?: ProviderEngaged['data'];
  readonly startedOn?: LegalDate;
  readonly endedOn?: LegalDate;
  /** Ids of the credentials of those who took part. */
  readonly attended: readonly string[];
  readonly exam?: ExamHeld['data'] & { readonly recorded: boolean };
  /** By id of the credential: every result, the latest last. */
  readonly results: Readonly<Record<string, readonly SatExam[]>>;
}

export type TrainingState = Training | undefined;

/** The next draft keeps the provider; what was filed covers it no longer. */
function drafted(state: TrainingState, { data, meta }: Pick<Recorded<TrainingPlanDrafted>, 'data' | 'meta'>): Training {
  const { by, organisation, area, draft, startsOn, endsOn, fileBy } = data;
  const plan = { by, organisation, area, draft, startsOn, endsOn, fileBy, draftedOn: legalDateOf(meta.occurredAt) };
  return { attended: [], results: {}, ...state, ...plan, stage: 'DRAFTED', filedOn: undefined, acknowledged: false, reminded: false };
}

export function evolveTraining(state: TrainingState, event: Recorded<TrainingEvent>): TrainingState {
  if (event.type === 'TrainingPlanDrafted') return drafted(state, event);
  return state === undefined ? undefined : { ...state, ...changeBy(state, event) };
}

function changeBy(state: Training, event: Exclude<Recorded<TrainingEvent>, { readonly type: 'TrainingPlanDrafted' }>): Partial<Training> {
  switch (event.type) {
    case 'TrainingPlanFiled':
      return { stage: 'FILED', filedOn: legalDateOf(event.meta.occurredAt) };
    case 'TrainingFilingReminded':
      return { reminded: true };
    case 'TrainingFilingDueRecomputed':
      return { fileBy: event.data.after };
    case 'FilingReturned':
      return { stage: 'RETURNED' };
    case 'FilingAcknowledged':
      return { acknowledged: true };
    case 'ProviderEngaged':
      return { provider: event.data };
    case 'TrainingStarted':
      return { stage: 'STARTED', startedOn: event.data.startedOn };
    case 'TrainingHeld':
      return { stage: 'HELD', endedOn: event.data.endedOn, attended: event.data.attended };
    case 'ExamHeld':
      return { exam: { ...event.data, recorded: false } };
    case 'ExamResultsRecorded': {
      const { results, examinedOn } = event.data;
      const added = results.map(({ supervisorId, score }) => [supervisorId, [...(state.results[supervisorId] ?? []), { score, examinedOn }]] as const);
      return { ...(state.exam !== undefined && { exam: { ...state.exam, recorded: true } }), results: { ...state.results, ...Object.fromEntries(added) } };
    }
    case 'TrainingClosed':
      return { stage: 'CLOSED' };
  }
}

/** Bodies other than the provincial centre file their plans with it. */
export const mustFile = ({ by }: TrainingBody): boolean => by !== 'PROVINCIAL_CENTER';

/** The class has begun, and new people may still join. */
export const isRunning = ({ stage }: Training): boolean => stage === 'STARTED';
