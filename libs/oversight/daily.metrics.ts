import type { DailyEvent } from '#libs/cases/daily.events';
import { assignmentMetrics } from '#libs/oversight/assignments';
import { DAILY_MEASURE_METRICS } from '#libs/oversight/daily-measures.metrics';
import { type DailyProgress, evolveDailyProgress, openedDaily } from '#libs/oversight/daily-progress';
import { DAILY_RECORD_METRICS } from '#libs/oversight/daily-record.metrics';
import { each, type Metric, one, streamSource } from '#libs/oversight/ledger.metric';
import { addDays } from '#libs/regulation/legal-date';

const METRICS: readonly Metric<DailyProgress, DailyEvent>[] = [
  {
    name: 'DailyStates',
    label: '日常督导(按状态)',
    unit: '次',
    definition: '每一次日常督导计一次,按该日所处状态归类,自立项之日起计,已办结、已取消的也在内;地区按场次所在地。',
    dimensions: ['dailyState', 'agencyType', 'center'],
    stands: ({ stage }) => [{ dailyState: stage }],
  },
  {
    name: 'DailiesPlanned',
    label: '日常督导立项',
    unit: '次',
    definition: '每一次日常督导自立项之日起计一次,按立项时的对象确定方式、明察暗访和是否联合归类,其后取消的不减。',
    dimensions: ['targetSelection', 'inspection', 'joint', 'agencyType', 'center'],
    counts: ({ type, data }) => {
      if (type !== 'DailySupervisionPlanned') return [];
      const { targetSelection, inspection, jointReason } = data;
      return [one({ targetSelection, inspection, joint: jointReason === undefined ? 'SOLE' : 'JOINT' })];
    },
  },
  {
    name: 'DailyMatters',
    label: '日常督导事项',
    unit: '项',
    definition: '每一次日常督导的每一督导事项自立项之日起计一项,一次数项的计数项。',
    dimensions: ['item', 'agencyType'],
    counts: ({ type, data }) => (type === 'DailySupervisionPlanned' ? each(data.matters.map(({ item }) => ({ item }))) : []),
  },
  {
    name: 'DailiesMissed',
    label: '日常督导未实施',
    unit: '次',
    definition: '场次已经结束而无人到场、上线的日常督导,自登记之日起计一次;其后随场次改期重新实施的不减。',
    dimensions: ['agencyType', 'center'],
    counts: ({ type }) => (type === 'DailySupervisionMissed' ? [one({})] : []),
  },
  {
    name: 'SupervisorsAbsent',
    label: '接受委派而未到场',
    unit: '人次',
    definition: '日常督导结束或者未实施时,已接受委派而未到场、上线的督导员,自当日起计一人次。',
    dimensions: ['agencyType', 'center'],
    counts: ({ type, data }) => (type === 'DailySupervisionEnded' || type === 'DailySupervisionMissed' ? each(data.absent.map(() => ({}))) : []),
  },
  ...assignmentMetrics<DailyProgress, DailyEvent>('Daily', '日常督导'),
];

export const dailySource = streamSource<DailyProgress, DailyEvent>({
  category: 'daily',
  opened: (event) => (event.type === 'DailySupervisionPlanned' ? openedDaily(event) : undefined),
  evolve: evolveDailyProgress,
  turns: ({ stage, recordDue }) => (recordDue === undefined || stage !== 'ENDED' ? [] : [addDays(recordDue, 1)]),
  shared: ({ agencyType, center }) => ({ agencyType, center }),
  metrics: [...METRICS, ...DAILY_RECORD_METRICS, ...DAILY_MEASURE_METRICS],
});
