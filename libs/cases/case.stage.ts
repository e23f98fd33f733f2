import type { CaseEvent } from '#libs/cases/case.events';

/** States of a special supervision, in the order of its procedure. */
export const CASE_STAGES = {
  DRAFT: '已立项',
  MATTERS_DEFINED: '已明确督导事项',
  GROUP_FORMED: '已成立督导小组',
  NOTIFIED: '已送达督导通知',
  SELF_REPORT_CLOSED: '自评环节已结束',
  ON_SITE: '现场考察(核查)中',
  DELIBERATING: '评议中',
  PRELIMINARY_DELIVERED: '已反馈初步督导意见',
  DEFENCE_CLOSED: '申辩环节已结束',
  OPINION_ISSUED: '已发出质量督导意见书',
  RECTIFYING: '整改中',
  REPORT_SUBMITTED: '已提交整改工作报告',
  REFUSED_TO_RECTIFY: '拒不整改',
  VERIFIED: '整改核查通过',
  CLOSED: '已结案归档',
  CANCELLED: '已取消',
} as const;
export type CaseStage = keyof typeof CASE_STAGES;

const ORDER = Object.keys(CASE_STAGES) as readonly CaseStage[];

/** Whether the stage comes before another in the procedure. */
export const isBefore = (stage: CaseStage, other: CaseStage): boolean => ORDER.indexOf(stage) < ORDER.indexOf(other);

export const isOver = (stage: CaseStage): boolean => stage === 'CLOSED' || stage === 'CANCELLED';

/** The stage that an event leads to; `undefined` where it does not move the case. */
function stageOf(event: CaseEvent): CaseStage | undefined {
  switch (event.type) {
    case 'SpecialSupervisionOpened':
      return 'DRAFT';
    case 'MattersDefined':
      return 'MATTERS_DEFINED';
    case 'GroupFormed':
      return 'GROUP_FORMED';
    case 'SupervisionNoticeServed':
      return 'NOTIFIED';
    case 'SelfReportSubmitted':
    case 'SelfReportMissing':
      return 'SELF_REPORT_CLOSED';
    case 'OnSiteStarted':
    case 'InspectionDisclosed':
      return 'ON_SITE';
    case 'OnSiteEnded':
      return 'DELIBERATING';
    case 'PreliminaryOpinionDelivered':
      return 'PRELIMINARY_DELIVERED';
    case 'DefenceSubmitted':
      return event.data.isFinal ? 'DEFENCE_CLOSED' : undefined;
    case 'DefencePeriodEnded':
    case 'DefenceWaived':
    case 'DefenceLapsed':
    case 'DefenceAnalysed':
      return 'DEFENCE_CLOSED';
    case 'OpinionIssued':
      return 'OPINION_ISSUED';
    case 'OpinionDelivered':
      return event.data.rectificationDue === undefined ? undefined : 'RECTIFYING';
    case 'RectificationReportSubmitted':
      return 'REPORT_SUBMITTED';
    case 'RectificationReturned':
      return 'RECTIFYING';
    case 'RectificationRefused':
      return 'REFUSED_TO_RECTIFY';
    case 'RectificationVerified':
      return 'VERIFIED';
    case 'CaseClosed':
      return 'CLOSED';
    case 'SupervisionCancelled':
      return 'CANCELLED';
    case 'MattersWidened':
    case 'CovertInspectionOrdered':
    case 'SupervisorsDrawn':
    case 'SubstituteSeated':
    case 'SeatLeftVacant':
    case 'AssignmentAccepted':
    case 'AssignmentReminded':
    case 'AssignmentDeclined':
    case 'AssignmentUnanswered':
    case 'DeclineJudged':
    case 'SupervisorRecused':
    case 'ViewsHeard':
    case 'PreliminaryOpinionFormed':
    case 'PreliminaryOverdue':
    case 'OpinionOverdue':
    case 'RectificationExtended':
    case 'RectificationOverdue':
    case 'RectificationReminded':
    case 'VerificationOverdue':
    case 'DeadlineRecomputed':
    case 'InquiryRaised':
    case 'InquiryAnswered':
    case 'MaterialRequested':
    case 'MaterialProvided':
    case 'MaterialRefused':
    case 'EvidenceAdded':
    case 'RewardOrPenaltyRecommended':
    case 'ObstructionReported':
    case 'ImproperRequestReported':
    case 'ResearchReported':
    case 'CaseLinkedToSanction':
      return undefined;
  }
}

/** Facts that may come again later, a group formed anew, a report sent late or missed after a covert visit, and then leave the case where it is. */
const ONLY_FORWARD: readonly CaseEvent['type'][] = ['GroupFormed', 'SelfReportSubmitted', 'SelfReportMissing'];

export function stageAfter(stage: CaseStage, event: CaseEvent): CaseStage {
  const next = stageOf(event) ?? stage;
  return ONLY_FORWARD.includes(event.type) && isBefore(next, stage) ? stage : next;
}
