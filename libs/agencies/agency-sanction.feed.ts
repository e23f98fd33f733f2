import type { AgencySanctionEvent } from '#libs/agencies/agency-sanction.events';
import type { ViolationBookEvent } from '#libs/agencies/violation-book.events';
import type { Feed } from '#libs/event-sourcing/feed';

const UNDECIDED = '违规案件作出处理之前不外送';
const BETWEEN_THEM = '改正和听证只在机构与中心之间';
const OF_PERSONS = '处分建议涉及个人,只送其主管部门';
const DECISION = { agencyId: true, center: true, documentNumber: true, grounds: true } as const;

/** Of a sanction what has been decided, for whoever must know whether the agency may act: never the facts, the reasons or the persons. */
export const agencySanctionFeed: Feed<AgencySanctionEvent> = {
  ViolationCaseOpened: UNDECIDED,
  CatchAllGroundApproved: UNDECIDED,
  SanctionNotified: UNDECIDED,
  StatementReceived: UNDECIDED,
  StatementWaived: UNDECIDED,
  StatementLapsed: UNDECIDED,
  PlatformOperationHeld: DECISION,
  CorrectionOrdered: BETWEEN_THEM,
  CorrectionSubmitted: BETWEEN_THEM,
  CorrectionOverdue: BETWEEN_THEM,
  CorrectionReminded: BETWEEN_THEM,
  CorrectionRefused: BETWEEN_THEM,
  CorrectionAccepted: BETWEEN_THEM,
  CorrectionReturned: BETWEEN_THEM,
  CorrectionDecisionOverdue: BETWEEN_THEM,
  SanctionDueRecomputed: BETWEEN_THEM,
  PlatformOperationResumed: { agencyId: true },
  AgencyCriticised: DECISION,
  DisciplinaryActionRecommended: OF_PERSONS,
  HearingRequested: BETWEEN_THEM,
  HearingHeld: BETWEEN_THEM,
  RevocationProposed: UNDECIDED,
  RevocationNotConfirmed: UNDECIDED,
  QualificationRevoked: DECISION,
  SanctionWithdrawn: { agencyId: true, withdrawnBy: true },
};

export const violationBookFeed: Feed<ViolationBookEvent> = { ViolationCaseEntered: UNDECIDED };
