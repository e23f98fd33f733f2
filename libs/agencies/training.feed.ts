import type { ProviderEvent } from '#libs/agencies/provider.events';
import type { TrainingEvent } from '#libs/agencies/training.events';
import type { Feed } from '#libs/event-sourcing/feed';

const BEFORE_FILING = '方案在报备前只限拟定单位';

/** A training from its filing on, without those who took part. */
export const trainingFeed: Feed<TrainingEvent> = {
  TrainingPlanDrafted: BEFORE_FILING,
  TrainingPlanFiled: { draft: true },
  TrainingFilingReminded: { draft: true, fileBy: true },
  TrainingFilingDueRecomputed: BEFORE_FILING,
  FilingReturned: { draft: true },
  FilingAcknowledged: { draft: true },
  ProviderEngaged: { providerId: true, qualificationNo: true, qualifiedFrom: true, qualifiedUntil: true },
  TrainingStarted: { startedOn: true },
  TrainingHeld: { by: true, organisation: true, endedOn: true, hours: true },
  ExamHeld: { examinedOn: true, form: true, sitting: true },
  ExamResultsRecorded: '成绩只关系本人和培训单位',
  TrainingClosed: {},
};

/** The register of qualified units is open. */
export const providerFeed: Feed<ProviderEvent> = {
  ProviderQualified: { name: true, qualificationNo: true, qualifiedFrom: true, qualifiedUntil: true },
  ProviderQualificationWithdrawn: { withdrawnOn: true },
};
