import { type GroupEvent, seatBasis } from '#libs/cases/case-group.events';
import type { IntakeEvent } from '#libs/cases/case-intake.events';
import type { OnSiteEvent } from '#libs/cases/case-onsite.events';
import type { OpinionEvent } from '#libs/cases/case-opinion.events';
import type { RectificationEvent } from '#libs/cases/case-rectification.events';
import type { CaseLinkedToSanction } from '#libs/cases/sanction-link.events';
import { type PowerEvent, powersBasis } from '#libs/cases/powers.events';

/** Facts of a special supervision, stream `case-<caseId>`. */
export type CaseEvent = IntakeEvent | GroupEvent | OnSiteEvent | PowerEvent | OpinionEvent | RectificationEvent | CaseLinkedToSanction;

/** Rule ids each fact rests on. */
export const caseBasis: Readonly<Record<CaseEvent['type'], readonly string[]>> = {
  SpecialSupervisionOpened: ['R0-1', 'R0-2', 'R3.2-1', 'R3.2-3', 'R3.4-1'],
  MattersDefined: ['R3.1(一)', 'R3.1(二)', 'R3.1(三)', 'R3.1(四)', 'R3.4-2'],
  MattersWidened: ['R3.4-2'],
  SupervisionNoticeServed: ['R3.4(二)a'],
  SelfReportSubmitted: ['R3.4(二)a'],
  SelfReportMissing: ['R3.4(二)a'],
  SupervisionCancelled: ['R1.3-2'],
  ...seatBasis,
  SupervisionTainted: ['R4.1(五)'],
  GroupFormed: ['R3.4-2', 'R3.4-3'],
  CovertInspectionOrdered: ['R2.6(五)'],
  InspectionDisclosed: ['R2.6(五)', 'R2.7(一)a', 'R3.4(二)a'],
  OnSiteStarted: ['R3.4-2', 'R3.4(一)'],
  ViewsHeard: ['R3.4(一)'],
  OnSiteEnded: ['R3.4(一)'],
  ...powersBasis,
  PreliminaryOpinionFormed: ['R3.4(二)a', 'R1.1-1'],
  PreliminaryOpinionDelivered: ['R3.4(二)b'],
  PreliminaryOverdue: ['R3.4(二)b'],
  DefenceSubmitted: ['R3.4(三)'],
  DefencePeriodEnded: ['R3.4(三)'],
  DefenceWaived: ['R3.4(三)'],
  DefenceLapsed: ['R3.4(三)'],
  DefenceAnalysed: ['R3.4(三)'],
  OpinionIssued: ['R0-3', 'R1.1-1', 'R3.4(三)'],
  OpinionDelivered: ['R3.4(三)', 'R3.4(四)a'],
  OpinionOverdue: ['R3.4(三)'],
  RectificationExtended: ['R3.4(四)b'],
  RectificationReportSubmitted: ['R3.4(四)b'],
  RectificationReturned: ['R3.4(四)a'],
  RectificationVerified: ['R3.4(四)a'],
  RectificationOverdue: ['R3.4(四)b'],
  RectificationReminded: ['R4.2(三)'],
  RectificationRefused: ['R4.2(三)'],
  VerificationOverdue: ['R3.4(四)a'],
  DeadlineRecomputed: ['R3.4(三)'],
  CaseLinkedToSanction: ['R4.2-1'],
  CaseClosed: ['R3.4(四)a'],
};
