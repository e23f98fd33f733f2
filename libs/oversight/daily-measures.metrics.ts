import type { DailyEvent } from '#libs/cases/daily.events';
import type { MeasureEvent } from '#libs/cases/daily-measures.events';
import { type Improvement, MEASURE_OF } from '#libs/cases/daily-measures.evolve';
import type { ImprovementState } from '#libs/oversight/daily.dimensions';
import type { DailyProgress } from '#libs/oversight/daily-progress';
import { type Metric, one } from '#libs/oversight/ledger.metric';
import { daysBetween, legalDateOf } from '#libs/regulation/legal-date';

const measureIn = (type: string): string | undefined => (type === 'NoMeasureDecided' ? 'NONE' : MEASURE_OF[type as MeasureEvent['type']]);

function improvementState({ confirmed, refused, statements }: Improvement): ImprovementState {
  if (confirmed) return 'CONFIRMED';
  if (refused) return 'REFUSED';
  return statements > 0 ? 'REPORTED' : 'OPEN';
}

export const DAILY_MEASURE_METRICS: readonly Metric<DailyProgress, DailyEvent>[] = [
  {
    name: 'DailyMeasures',
    label: '日常督导处理措施',
    unit: '件',
    definition: '委派机构研判后的每一件调查核实、约谈提醒、提醒函、质量通报,自作出之日起计一件;认定无需处理的,自认定之日起计一件。',
    dimensions: ['measure', 'agencyType', 'center'],
    counts: ({ type }) => {
      const measure = measureIn(type);
      return measure === undefined ? [] : [one({ measure })];
    },
  },
  {
    name: 'Improvements',
    label: '完善整改事项',
    unit: '项',
    definition: '每一件约谈提醒、提醒函要求的完善整改计一项,自作出之日起计,按该日情况归类。',
    dimensions: ['measure', 'improvement', 'agencyType'],
    stands: ({ improvements }) => Object.entries(improvements).map(([measure, item]) => ({ measure, improvement: improvementState(item) })),
  },
  {
    name: 'RecordsReviewed',
    label: '委派机构研判',
    unit: '份',
    definition: '委派机构对每一份督导情况记录表作出研判,自研判之日起计一份。',
    dimensions: ['agencyType', 'center'],
    counts: ({ type }) => (type === 'RecordReviewed' ? [one({})] : []),
  },
  {
    name: 'ReviewDays',
    label: '研判用时',
    unit: '日',
    definition: '已研判的督导情况记录表,自首次提交之日至研判之日的日历日数之和(提交当日不计),自研判之日起计。',
    dimensions: ['agencyType', 'center'],
    counts: ({ type, meta }, { submittedOn }) => {
      const days = type === 'RecordReviewed' && submittedOn !== undefined ? daysBetween(submittedOn, legalDateOf(meta.occurredAt)) : 0;
      return days === 0 ? [] : [{ of: {}, delta: days }];
    },
  },
];
