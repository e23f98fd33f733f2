import type { CaseEvent } from '#libs/cases/case.events';
import { POWER_FEED } from '#libs/cases/powers.feed';
import type { Feed } from '#libs/event-sourcing/feed';
import { DUE } from '#libs/regulation/deadline.feed';

const OF_A_SUPERVISOR = '涉及督导员个人的委派答复';
const COVERT_PERHAPS = '可能是暗访,公开之前不外送';
const MATTERS = { item: true } as const;

/**
 * A case outside the house: its course, its deadlines, and of the opinion what has legal effect. How the agency came to
 * be chosen, and by whose complaint, stays inside, as what the group thinks before it has issued its opinion (R2.7(四)).
 * The days on site leave with the notice or the disclosure: until then the visit may be covert (R2.6(五), A-38).
 */
export const caseFeed: Feed<CaseEvent> = {
  SpecialSupervisionOpened: {
    kind: true, agencyId: true, agencyType: true, area: true, isCentralBranch: true, dispatcher: true, activityType: true, venueDivision: true,
  },
  MattersDefined: { matters: MATTERS },
  MattersWidened: { added: MATTERS },
  SupervisionNoticeServed: { agencyId: true, matters: MATTERS, onSiteFrom: true, onSiteTo: true, selfReportDue: DUE },
  SelfReportSubmitted: { late: true },
  SelfReportMissing: { due: DUE },
  SupervisionCancelled: {},
  SupervisorsDrawn: { drawId: true },
  SubstituteSeated: { drawId: true },
  SeatLeftVacant: { drawId: true },
  AssignmentAccepted: OF_A_SUPERVISOR,
  AssignmentReminded: OF_A_SUPERVISOR,
  AssignmentDeclined: OF_A_SUPERVISOR,
  AssignmentUnanswered: OF_A_SUPERVISOR,
  DeclineJudged: OF_A_SUPERVISOR,
  SupervisorRecused: { drawId: true, replacementNeeded: true },
  SupervisionTainted: OF_A_SUPERVISOR,
  GroupFormed: {},
  CovertInspectionOrdered: COVERT_PERHAPS,
  InspectionDisclosed: { agencyId: true, matters: MATTERS, onSiteFrom: true, onSiteTo: true, selfReportDue: DUE },
  OnSiteStarted: COVERT_PERHAPS,
  ViewsHeard: {},
  OnSiteEnded: { opinionDue: DUE },
  ...POWER_FEED,
  PreliminaryOpinionFormed: { deliveryDue: DUE },
  PreliminaryOpinionDelivered: { channel: true, defenceDue: DUE },
  PreliminaryOverdue: { due: DUE },
  DefenceSubmitted: { isFinal: true },
  DefencePeriodEnded: { due: DUE },
  DefenceWaived: {},
  DefenceLapsed: { due: DUE },
  DefenceAnalysed: {},
  OpinionIssued: { documentNumber: true, findings: { no: true, item: true, result: true, severity: true }, demands: { no: true, findingNos: true, dueOn: true }, defence: true },
  OpinionDelivered: { channel: true, rectificationDue: DUE },
  OpinionOverdue: { due: DUE },
  RectificationExtended: { rectificationDue: DUE },
  RectificationReportSubmitted: { version: true, answers: { demandNo: true }, late: true, verificationDue: DUE },
  RectificationReturned: { returned: { demandNo: true }, rectificationDue: DUE },
  RectificationVerified: {},
  RectificationOverdue: { due: DUE },
  RectificationReminded: { answerDue: DUE },
  RectificationRefused: { ground: true },
  VerificationOverdue: { due: DUE },
  DeadlineRecomputed: { deadline: true, before: DUE, after: DUE },
  CaseLinkedToSanction: '违规案件作出处理之前不外送',
  CaseClosed: { outcome: true, keepUntil: true },
};

/** From before the agency is told, of kinds that the agency is not told of or that name it: services may be in its hands. */
export const CASE_FOR_OVERSEERS: readonly CaseEvent['type'][] = ['SpecialSupervisionOpened', 'MattersDefined', 'SupervisorsDrawn', 'GroupFormed'];
