import type { CaseEvent } from '#libs/cases/case.events';
import { DEADLINE_NAMES, type DeadlineName } from '#libs/cases/case-rectification.events';
import { assignmentMetrics } from '#libs/oversight/assignments';
import { CASE_OPINION_METRICS } from '#libs/oversight/case-opinion.metrics';
import { type CaseProgress, evolveProgress, openedProgress } from '#libs/oversight/case-progress';
import { CASE_RECTIFICATION_METRICS } from '#libs/oversight/case-rectification.metrics';
import { each, type Metric, one, streamSource } from '#libs/oversight/ledger.metric';
import { addDays } from '#libs/regulation/legal-date';

export type CaseMetric = Metric<CaseProgress, CaseEvent>;

/** Of the group, of the dispatcher, and the report of the agency before them. */
const DUTIES: readonly DeadlineName[] = ['selfReport', 'preliminary', 'opinion', 'verification'];

const METRICS: readonly CaseMetric[] = [
  {
    name: 'CaseStates',
    label: '专项督导案件(按状态)',
    unit: '件',
    definition: '每一专项督导案件计一次,按该日所处状态归类,自立项之日起计,已结案、已取消的也在内。',
    dimensions: ['state', 'agencyType'],
    stands: ({ state }) => [{ state }],
  },
  {
    name: 'CasesOpened',
    label: '专项督导立项',
    unit: '件',
    definition: '每一专项督导案件自立项之日起计一件,按对象确定方式和是否联合归类,其后取消的不减。',
    dimensions: ['targetSelection', 'joint', 'agencyType', 'center'],
    counts: ({ type, data }) => (type === 'SpecialSupervisionOpened' ? [one({ targetSelection: data.targetSelection, joint: data.jointReason === undefined ? 'SOLE' : 'JOINT' })] : []),
  },
  {
    name: 'CovertInspections',
    label: '专项督导暗访',
    unit: '件',
    definition: '每一件决定暗访的专项督导,自决定之日起计一件;其后公开的不减。',
    dimensions: ['agencyType', 'center'],
    counts: ({ type }) => (type === 'CovertInspectionOrdered' ? [one({})] : []),
  },
  {
    name: 'CasesClosed',
    label: '专项督导结案归档',
    unit: '件',
    definition: '每一专项督导案件自结案归档之日起计一件;取消的不计。',
    dimensions: ['outcome', 'agencyType'],
    counts: (event) => (event.type === 'CaseClosed' ? [one({ outcome: event.data.outcome })] : []),
  },
  {
    name: 'CasesCancelled',
    label: '专项督导取消',
    unit: '件',
    definition: '每一专项督导案件自取消之日起计一件。',
    dimensions: ['agencyType'],
    counts: ({ type }) => (type === 'SupervisionCancelled' ? [one({})] : []),
  },
  {
    name: 'CaseMatters',
    label: '专项督导事项',
    unit: '项',
    definition: '每一案件的每一督导事项自明确或者增加之日起计一项,一案数项的计数项。',
    dimensions: ['item', 'agencyType'],
    counts: (event) => {
      if (event.type === 'MattersDefined') return each(event.data.matters.map(({ item }) => ({ item })));
      return event.type === 'MattersWidened' ? each(event.data.added.map(({ item }) => ({ item }))) : [];
    },
  },
  {
    name: 'NoticesServed',
    label: '督导通知',
    unit: '份',
    definition: '每送达一份专项督导通知,自送达之日起计一份。',
    dimensions: ['agencyType'],
    counts: ({ type }) => (type === 'SupervisionNoticeServed' ? [one({})] : []),
  },
  ...assignmentMetrics<CaseProgress, CaseEvent>('', '专项督导'),
  {
    name: 'GroupExceptions',
    label: '督导小组不足三人',
    unit: '次',
    definition: '每成立一次不足三人的督导小组(有理由并经批准),自成立之日起计一次。',
    dimensions: ['agencyType', 'center'],
    counts: ({ type, data }) => (type === 'GroupFormed' && data.exception !== undefined ? [one({})] : []),
  },
  {
    name: 'DutyTimeliness',
    label: '案件各环节是否按期',
    unit: '项',
    definition: '期限见分晓的自评报告、反馈初步督导意见、发出意见书、核查整改各计一项,以一案中首次为准:最后一日及以前办结的为按期,其后办结的,或者最后一日的次日起仍未办结的,为逾期,不待系统登记;申辩与整改另有指标。',
    dimensions: ['deadline', 'timeliness', 'agencyType', 'center'],
    stands: ({ due, met }, on) => DUTIES.flatMap((deadline) => {
      const timeliness = met[deadline] ?? ((due[deadline] ?? on) < on ? 'LATE' : undefined);
      return timeliness === undefined ? [] : [{ deadline, timeliness }];
    }),
  },
  {
    name: 'OverdueDuties',
    label: '逾期未办',
    unit: '项',
    definition: '案件中期限最后一日已过而尚未办结的每一事项计一项,自最后一日的次日起计,办结之日起不再计,不待系统登记。',
    dimensions: ['deadline', 'agencyType', 'center'],
    stands: ({ due }, on) => DEADLINE_NAMES.filter((name) => (due[name] ?? on) < on).map((deadline) => ({ deadline })),
  },
];

export const caseSource = streamSource<CaseProgress, CaseEvent>({
  category: 'case',
  opened: (event) => (event.type === 'SpecialSupervisionOpened' ? openedProgress(event) : undefined),
  evolve: evolveProgress,
  turns: ({ due }) => Object.values(due).map((lastDay) => addDays(lastDay, 1)),
  shared: ({ agencyType, center }) => ({ agencyType, center }),
  metrics: [...METRICS, ...CASE_OPINION_METRICS, ...CASE_RECTIFICATION_METRICS],
});
