import { agencySanctionSource } from '#libs/oversight/agency-sanction.metrics';
import { assessmentSource } from '#libs/oversight/assessment.metrics';
import { cardSource } from '#libs/oversight/card.metrics';
import { caseSource } from '#libs/oversight/case.metrics';
import { complaintSource } from '#libs/oversight/complaint.metrics';
import { dailySource } from '#libs/oversight/daily.metrics';
import { drawSource } from '#libs/oversight/draw.metrics';
import type { Metric, Source } from '#libs/oversight/ledger.metric';
import { publicationSource } from '#libs/oversight/publication.metrics';
import { sessionSource } from '#libs/oversight/session.metrics';
import { supervisorSource } from '#libs/oversight/supervisor.metrics';
import { agencySource, trainingSource } from '#libs/oversight/training.metrics';

/**
 * All numbers of the record. To add one, write it into the `metrics` of the source whose facts it counts, and raise the
 * version of the ledger's view.
 */
export const SOURCES: readonly Source[] = [
  agencySource, trainingSource, supervisorSource, cardSource, assessmentSource, sessionSource, drawSource, dailySource, caseSource, complaintSource, agencySanctionSource, publicationSource,
];

export interface ListedMetric extends Metric {
  /** Of the documents that hold it. */
  readonly category: string;
}

export const METRICS: readonly ListedMetric[] = SOURCES.flatMap(({ category, metrics }) => metrics.map((metric) => ({ ...metric, category })));
