import type { Feed } from '#libs/event-sourcing/feed';
import type { AssessmentEvent } from '#libs/supervisors/assessment.events';

const OF_A_PERSON = '考核档案只限委派机构、省级和本人知悉';

/** What an assessment leads to leaves with the credential that it falls upon. */
export const assessmentFeed: Feed<AssessmentEvent> = {
  AssessmentFileOpened: OF_A_PERSON,
  TaskEntryAdded: OF_A_PERSON,
  TaskConductAssessed: OF_A_PERSON,
  CommendationAdded: OF_A_PERSON,
  IssueEntryAdded: OF_A_PERSON,
  LearningEntryAdded: OF_A_PERSON,
  AssessmentPeriodOpened: OF_A_PERSON,
  AssessmentOverdue: OF_A_PERSON,
  AssessmentConcluded: OF_A_PERSON,
  SupervisorInformed: OF_A_PERSON,
  ObjectionRaised: OF_A_PERSON,
  ObjectionDecided: OF_A_PERSON,
  FailDecisionTaken: OF_A_PERSON,
  AssessmentPeriodClosed: OF_A_PERSON,
};
