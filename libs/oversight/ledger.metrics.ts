import { cardSource } from '#libs/oversight/card.metrics';
import { caseSource } from '#libs/oversight/case.metrics';
import { dailySource } from '#libs/oversight/daily.metrics';
import { drawSource } from '#libs/oversight/draw.metrics';
import type { Metric, Source } from '#libs/oversight/ledger.metric';
import { sessionSource } from '#libs/oversight/session.metrics';
import { supervisorSource } from '#libs/oversight/supervisor.metrics';

/**
 * All numbers of the record. To add one, write it into the `metrics` of the source whose facts it counts, and raise the
 * version of the ledger's view.
 */
export const SOURCES: readonly Source[] = [supervisorSource, cardSource, drawSource, caseSource, dailySource, sessionSource];

export interface ListedMetric extends Metric {
  /** Of the documents that hold it. */
  readonly category: string;
}

export const METRICS: readonly ListedMetric[] = SOURCES.flatMap(({ category, metrics }) => metrics.map((metric) => ({ ...metric, category })));
