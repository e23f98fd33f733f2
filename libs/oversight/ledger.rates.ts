import type { Cell } from '#libs/oversight/ledger.metric';

/** One of the two numbers of a rate. */
export interface RatePart {
  readonly metric: string;
  readonly where: Cell;
}

/** A quotient is never kept: it is two numbers, each of which opens to its events. */
export interface Rate {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
  readonly numerator: RatePart;
  readonly denominator: RatePart;
}

export const RATES: readonly Rate[] = [
  {
    name: 'RectificationOnTimeRate',
    label: '整改按期率',
    unit: '%',
    definition: '首份整改工作报告按期提交的案件数,除以整改期限已见分晓的案件数。',
    numerator: { metric: 'RectificationTimeliness', where: { timeliness: 'ON_TIME' } },
    denominator: { metric: 'RectificationTimeliness', where: {} },
  },
  {
    name: 'RectificationAverageDays',
    label: '整改平均用时',
    unit: '日',
    definition: '整改用时之和,除以整改核查通过的案件数。',
    numerator: { metric: 'RectificationDays', where: {} },
    denominator: { metric: 'RectificationsVerified', where: {} },
  },
  {
    name: 'DefencePointsAcceptedRate',
    label: '申辩意见采纳率',
    unit: '%',
    definition: '采纳的申辩意见点数(部分采纳的不计),除以综合分析的申辩意见点数。',
    numerator: { metric: 'DefencePoints', where: { conclusion: 'ACCEPTED' } },
    denominator: { metric: 'DefencePoints', where: {} },
  },
  {
    name: 'InternalCoverageRate',
    label: '内督覆盖率',
    unit: '%',
    definition: '开考时已经抽取指派内督的场次数,除以已开考的场次数;应当为百分之百。',
    numerator: { metric: 'SessionCoverage', where: { coverage: 'COVERED' } },
    denominator: { metric: 'SessionCoverage', where: {} },
  },
  {
    name: 'RecordOnTimeRate',
    label: '督导情况记录表按期提交率',
    unit: '%',
    definition: '督导结束之日后5个工作日内提交的督导情况记录表份数,除以期限已见分晓的份数。',
    numerator: { metric: 'RecordTimeliness', where: { timeliness: 'ON_TIME' } },
    denominator: { metric: 'RecordTimeliness', where: {} },
  },
  {
    name: 'TechnicalSupervisionRate',
    label: '技术督导占比',
    unit: '%',
    definition: '载明采用技术手段的督导情况记录表份数,除以全部督导情况记录表份数。',
    numerator: { metric: 'TechnicalSupervision', where: { technical: 'TECHNICAL' } },
    denominator: { metric: 'TechnicalSupervision', where: {} },
  },
  {
    name: 'DailyProblemRate',
    label: '日常督导问题发现率',
    unit: '%',
    definition: '结果为问题的督导事项数,除以督导情况记录表载明的全部督导事项数(未检查的也在内)。',
    numerator: { metric: 'DailyFindings', where: { recordResult: 'PROBLEM' } },
    denominator: { metric: 'DailyFindings', where: {} },
  },
  {
    name: 'ReviewAverageDays',
    label: '研判平均用时',
    unit: '日',
    definition: '研判用时之和,除以已研判的督导情况记录表份数。',
    numerator: { metric: 'ReviewDays', where: {} },
    denominator: { metric: 'RecordsReviewed', where: {} },
  },
  {
    name: 'DailyRandomTargetRate',
    label: '日常督导对象随机抽取占比',
    unit: '%',
    definition: '对象以随机抽取确定的日常督导次数,除以日常督导立项次数。',
    numerator: { metric: 'DailiesPlanned', where: { targetSelection: 'RANDOM_DRAW' } },
    denominator: { metric: 'DailiesPlanned', where: {} },
  },
];
