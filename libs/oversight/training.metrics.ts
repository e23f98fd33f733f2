import type { AgencyEvent, AgencyType } from '#libs/agencies/agency.events';
import type { TrainingBody, TrainingEvent, TrainingPlanDrafted } from '#libs/agencies/training.events';
import type { TrainingStage } from '#libs/agencies/training.evolve';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { Timeliness } from '#libs/oversight/ledger.dimensions';
import { changed, each, type Metric, one, streamSource } from '#libs/oversight/ledger.metric';
import { addDays, legalDateOf } from '#libs/regulation/legal-date';

interface TrainingProgress {
  readonly trainer: TrainingBody['by'];
  readonly stage: TrainingStage;
  /** Last day on which the plan should be filed; absent where it is filed with nobody. */
  readonly fileBy?: LegalDate | undefined;
  /** Of the first filing. */
  readonly filed?: Timeliness;
}

const STAGES: { readonly [T in TrainingEvent['type']]?: TrainingStage } = {
  TrainingPlanDrafted: 'DRAFTED', TrainingPlanFiled: 'FILED', FilingReturned: 'RETURNED', TrainingStarted: 'STARTED', TrainingHeld: 'HELD', TrainingClosed: 'CLOSED',
};

const METRICS: readonly Metric<TrainingProgress, TrainingEvent>[] = [
  {
    name: 'TrainingStates',
    label: '督导员培训(按状态)',
    unit: '期',
    definition: '每一期培训计一期,按该日所处状态归类,自首次拟定方案之日起计,已归档的也在内。',
    dimensions: ['trainingState', 'trainer'],
    stands: ({ stage }) => [{ trainingState: stage }],
  },
  {
    name: 'TrainingsHeld',
    label: '完成培训',
    unit: '期',
    definition: '每一期培训自登记完成之日起计一期。',
    dimensions: ['trainer'],
    counts: ({ type }) => (type === 'TrainingHeld' ? [one({})] : []),
  },
  {
    name: 'Trainees',
    label: '参加培训',
    unit: '人次',
    definition: '每一期培训的参加人员,自登记完成之日起计人次。',
    dimensions: ['trainer'],
    counts: ({ type, data }) => (type === 'TrainingHeld' ? each(data.attended.map(() => ({}))) : []),
  },
  {
    name: 'TrainingExams',
    label: '培训考核成绩',
    unit: '人次',
    definition: '每登记一名参加培训人员的一次考核成绩计一人次,自登记之日起计,补考的另计。',
    dimensions: ['examOutcome', 'trainer'],
    counts: ({ type, data }) => (type === 'ExamResultsRecorded' ? each(data.results.map(({ passed }) => ({ examOutcome: passed ? 'PASSED' : 'FAILED' }))) : []),
  },
  {
    name: 'FilingTimeliness',
    label: '培训方案报备是否按期',
    unit: '期',
    definition: '应当报备的培训各计一期:首次报备在提醒日(开班前的工作日期限,参数)及以前的为按期,其后报备的,或者提醒日的次日起仍未报备的,为逾期;是否允许开班另看,逾期不等于违规。',
    dimensions: ['timeliness', 'trainer'],
    stands: ({ filed, fileBy }, on) => {
      const timeliness = filed ?? ((fileBy ?? on) < on ? 'LATE' : undefined);
      return timeliness === undefined ? [] : [{ timeliness }];
    },
  },
  {
    name: 'ProvidersEngaged',
    label: '购买服务',
    unit: '次',
    definition: '每一期培训每约定一家提供技术支持的单位,自登记之日起计一次。',
    dimensions: ['trainer'],
    counts: ({ type }) => (type === 'ProviderEngaged' ? [one({})] : []),
  },
];

const opened = ({ data }: TrainingPlanDrafted): TrainingProgress => ({ trainer: data.by, stage: 'DRAFTED', fileBy: data.fileBy?.date });

function filingAfter({ filed, fileBy }: TrainingProgress, { type, data, meta }: Recorded<TrainingEvent>): Partial<TrainingProgress> {
  if (type === 'TrainingPlanDrafted') return { fileBy: data.fileBy?.date };
  if (type === 'TrainingFilingDueRecomputed') return { fileBy: data.after.date };
  if (type !== 'TrainingPlanFiled' || filed !== undefined || fileBy === undefined) return {};
  return { filed: legalDateOf(meta.occurredAt) <= fileBy ? 'ON_TIME' : 'LATE' };
}

export const trainingSource = streamSource<TrainingProgress, TrainingEvent>({
  category: 'training',
  opened: (event) => (event.type === 'TrainingPlanDrafted' ? opened(event) : undefined),
  evolve: (before, event) => changed(before, { stage: STAGES[event.type] ?? before.stage, ...filingAfter(before, event) }),
  turns: ({ fileBy }) => (fileBy === undefined ? [] : [addDays(fileBy, 1)]),
  shared: ({ trainer }) => ({ trainer }),
  metrics: METRICS,
});

interface KnownAgency {
  readonly agencyType: AgencyType;
}

const AGENCY_METRICS: readonly Metric<KnownAgency, AgencyEvent>[] = [
  {
    name: 'Agencies',
    label: '评价机构',
    unit: '家',
    definition: '每一家评价机构自备案登记之日起计一家,其后被处理的不减;地区按备案地。',
    dimensions: ['agencyType'],
    counts: ({ type }) => (type === 'AgencyRegistered' ? [one({})] : []),
  },
  {
    name: 'TrainingDueReminders',
    label: '内督培训到期提醒',
    unit: '次',
    definition: '评价机构距上次内督培训(或者备案)超过间隔(参数),每提醒一次自提醒之日起计一次,其后培训的不减。',
    dimensions: ['agencyType'],
    counts: ({ type }) => (type === 'TrainingDueReminded' ? [one({})] : []),
  },
];

export const agencySource = streamSource<KnownAgency, AgencyEvent>({
  category: 'agency',
  opened: ({ type, data }) => (type === 'AgencyRegistered' ? { agencyType: data.agencyType } : undefined),
  evolve: (before) => before,
  shared: ({ agencyType }) => ({ agencyType }),
  metrics: AGENCY_METRICS,
});
