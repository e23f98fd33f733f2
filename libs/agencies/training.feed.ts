import type { ProviderEvent } from '#libs/agencies/provider.events';
import type { TrainingEvent } from '#libs/agencies/training.events';
import type { Feed } from '#libs/event-sourcing/feed';

/** A training from its filing on, without those who took part. */
export const trainingFeed: Feed<TrainingEvent> = {
  TrainingPlanDrafted: '方案在报备前只限拟定单位',
  TrainingPlanFiled: { draft: true },
  TrainingFilingReminded: { draft: true, fileBy: true },
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
