import type { CaseEvent } from '#libs/cases/case.events';
import { DEADLINE_NAMES, type DeadlineName } from '#libs/cases/case-rectification.events';
import type { Deadline } from '#libs/regulation/deadline';

export const DEADLINE_LABELS: Readonly<Record<DeadlineName, string>> = {
  selfReport: '提交自评(自查)报告',
  preliminary: '反馈初步督导意见',
  defence: '提交申辩意见',
  opinion: '发出质量督导意见书',
  rectification: '整改并提交整改工作报告',
  verification: '核查整改工作报告',
};

/** A deadline begins to run, is met or moot, or has run out with the duty still there. */
export type DeadlineChange = Deadline | 'ENDED' | 'PASSED';
export type DeadlineChanges = { readonly [N in DeadlineName]?: DeadlineChange };

const ALL_ENDED: DeadlineChanges = Object.fromEntries(DEADLINE_NAMES.map((name) => [name, 'ENDED']));

/** What an event does to the deadlines of its case: the one source of the state, the timers and the file. */
export function deadlineChanges(event: CaseEvent): DeadlineChanges {
  switch (event.type) {
    case 'SupervisionNoticeServed':
    case 'InspectionDisclosed':
      return { selfReport: event.data.selfReportDue };
    case 'SelfReportSubmitted':
    case 'SelfReportMissing':
      return { selfReport: 'ENDED' };
    case 'OnSiteEnded':
      return { opinion: event.data.opinionDue };
    case 'PreliminaryOpinionFormed':
      return { preliminary: event.data.deliveryDue };
    case 'PreliminaryOpinionDelivered':
      return { preliminary: 'ENDED', defence: event.data.defenceDue };
    case 'PreliminaryOverdue':
      return { preliminary: 'PASSED' };
    case 'DefenceSubmitted':
      return event.data.isFinal ? { defence: 'ENDED' } : {};
    case 'DefencePeriodEnded':
    case 'DefenceWaived':
    case 'DefenceLapsed':
    case 'DefenceAnalysed':
      return { defence: 'ENDED' };
    case 'OpinionIssued':
      return { opinion: 'ENDED' };
    case 'OpinionOverdue':
      return { opinion: 'PASSED' };
    case 'OpinionDelivered':
      return event.data.rectificationDue === undefined ? {} : { rectification: event.data.rectificationDue };
    case 'RectificationExtended':
      return { rectification: event.data.rectificationDue };
    case 'RectificationReportSubmitted':
      return { rectification: 'ENDED', verification: event.data.verificationDue };
    case 'RectificationReturned':
      return { verification: 'ENDED', rectification: event.data.rectificationDue };
    case 'RectificationOverdue':
      return { rectification: 'PASSED' };
    case 'RectificationRefused':
      return { rectification: 'ENDED' };
    case 'RectificationVerified':
      return { verification: 'ENDED' };
    case 'VerificationOverdue':
      return { verification: 'PASSED' };
    case 'DeadlineRecomputed':
      return { [event.data.deadline]: event.data.after };
    case 'CaseClosed':
    case 'SupervisionCancelled':
      return ALL_ENDED;
    case 'SpecialSupervisionOpened':
    case 'MattersDefined':
    case 'MattersWidened':
    case 'SupervisorsDrawn':
    case 'SubstituteSeated':
    case 'SeatLeftVacant':
    case 'AssignmentAccepted':
    case 'AssignmentReminded':
    case 'AssignmentDeclined':
    case 'AssignmentUnanswered':
    case 'DeclineJudged':
    case 'SupervisorRecused':
    case 'SupervisionTainted':
    case 'GroupFormed':
    case 'CovertInspectionOrdered':
    case 'OnSiteStarted':
    case 'ViewsHeard':
    case 'RectificationReminded':
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
      return {};
  }
}

/** A deadline that somebody still has to meet. */
export interface OpenDeadline {
  readonly deadline: Deadline;
  readonly passed: boolean;
}
export type OpenDeadlines = { readonly [N in DeadlineName]?: OpenDeadline };

export function deadlinesAfter(open: OpenDeadlines, event: CaseEvent): OpenDeadlines {
  const next: { [N in DeadlineName]?: OpenDeadline } = { ...open };
  for (const name of DEADLINE_NAMES) {
    const change = deadlineChanges(event)[name];
    const held = open[name];
    if (change === 'ENDED') delete next[name];
    else if (change !== 'PASSED' && change !== undefined) next[name] = { deadline: change, passed: false };
    else if (change === 'PASSED' && held !== undefined) next[name] = { ...held, passed: true };
  }
  return next;
}
