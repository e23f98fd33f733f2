import { cardSource } from '#libs/oversight/card.metrics';
import { caseSource } from '#libs/oversight/case.metrics';
import { drawSource } from '#libs/oversight/draw.metrics';
import type { Cell, Metric, Source } from '#libs/oversight/ledger.metric';
import { sessionSource } from '#libs/oversight/session.metrics';
import { supervisorSource } from '#libs/oversight/supervisor.metrics';

/**
 * All numbers of the record. To add one, write it into the `metrics` of the source whose facts it counts, and raise the
 * version of the ledger's view.
 */
export const SOURCES: readonly Source[] = [supervisorSource, cardSource, drawSource, caseSource, sessionSource];

export interface ListedMetric extends Metric {
  /** Category of the streams whose facts it counts. */
  readonly category: string;
}

export const METRICS: readonly ListedMetric[] = SOURCES.flatMap(({ category, metrics }) => metrics.map((metric) => ({ ...metric, category })));

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
];
