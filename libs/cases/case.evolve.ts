import type { CaseEvent } from '#libs/cases/case.events';
import { deadlinesAfter, type OpenDeadlines } from '#libs/cases/case.deadlines';
import { evolveGroup } from '#libs/cases/case-group.evolve';
import type { SpecialSupervisionOpened } from '#libs/cases/case-intake.events';
import { evolveOpinion, NO_OPINION, type OpinionState } from '#libs/cases/case-opinion.evolve';
import { type CaseStage, stageAfter } from '#libs/cases/case.stage';
import { asksAfter } from '#libs/cases/powers.evolve';
import { NOT_BEGUN, type Supervision } from '#libs/cases/supervision.evolve';
import type { Instant, Recorded } from '#libs/event-sourcing/event';

/** What the rules ask of a special supervision. */
export interface Case extends Supervision {
  readonly stage: CaseStage;
  readonly hasSelfReport: boolean;
  /** Told of the case, by the notice or by the disclosure of a covert visit. */
  readonly agencyKnows: boolean;
  readonly covertOrdered: boolean;
  readonly viewsHeard: boolean;
  /** When the latest step of the procedure happened. */
  readonly latestStepAt: Instant;
  readonly deadlines: OpenDeadlines;
  readonly opinion: OpinionState;
}

export type CaseState = Case | undefined;

/** Steps whose order in time the record must keep, though some are written down later. */
const STEPS: readonly CaseEvent['type'][] = [
  'GroupFormed', 'SupervisionNoticeServed', 'OnSiteStarted', 'InspectionDisclosed', 'ViewsHeard', 'OnSiteEnded', 'PreliminaryOpinionFormed',
  'PreliminaryOpinionDelivered', 'OpinionIssued', 'OpinionDelivered',
];

const opened = ({ data, meta }: Recorded<SpecialSupervisionOpened>): Case => ({
  stage: 'DRAFT',
  agencyId: data.agencyId,
  area: data.area,
  isCentralBranch: data.isCentralBranch,
  dispatcher: data.dispatcher,
  onSiteFrom: data.onSiteFrom,
  onSiteTo: data.onSiteTo,
  matters: [],
  hasSelfReport: false,
  agencyKnows: false,
  covertOrdered: false,
  viewsHeard: false,
  ...NOT_BEGUN,
  latestStepAt: meta.occurredAt,
  deadlines: {},
  opinion: NO_OPINION,
});

/** Stage, deadlines and time, which every event is asked for. */
const moved = (state: Case, event: Recorded<CaseEvent>): Case => ({
  ...state,
  stage: stageAfter(state.stage, event),
  deadlines: deadlinesAfter(state.deadlines, event),
  latestStepAt: STEPS.includes(event.type) && event.meta.occurredAt > state.latestStepAt ? event.meta.occurredAt : state.latestStepAt,
});

export function evolveCase(before: CaseState, event: Recorded<CaseEvent>): CaseState {
  if (event.type === 'SpecialSupervisionOpened') return opened(event);
  if (before === undefined) throw new Error(`${event.stream}@${event.revision}: ${event.type} before the case was opened`);
  const state = moved(before, event);
  switch (event.type) {
    case 'MattersDefined':
      return { ...state, matters: event.data.matters };
    case 'MattersWidened':
      return { ...state, matters: [...state.matters, ...event.data.added] };
    case 'SelfReportSubmitted':
      return { ...state, hasSelfReport: true };
    case 'CovertInspectionOrdered':
      return { ...state, covertOrdered: true };
    case 'SupervisionNoticeServed':
    case 'InspectionDisclosed':
      return { ...state, agencyKnows: true };
    case 'ViewsHeard':
      return { ...state, viewsHeard: true };
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
      return { ...state, group: evolveGroup(state.group, event) };
    case 'CaseLinkedToSanction':
      return { ...state, sanctions: [...state.sanctions, event.data.sanctionId] };
    case 'ResearchReported':
      return { ...state, researched: true };
    case 'InquiryRaised':
    case 'InquiryAnswered':
    case 'MaterialRequested':
    case 'MaterialProvided':
    case 'MaterialRefused':
    case 'EvidenceAdded':
    case 'RewardOrPenaltyRecommended':
    case 'ObstructionReported':
    case 'ImproperRequestReported':
      return { ...state, asks: asksAfter(state.asks, event) };
    case 'PreliminaryOpinionFormed':
    case 'DefenceSubmitted':
    case 'DefenceWaived':
    case 'DefenceLapsed':
    case 'DefenceAnalysed':
    case 'OpinionIssued':
    case 'OpinionDelivered':
    case 'RectificationExtended':
    case 'RectificationReportSubmitted':
    case 'RectificationReminded':
    case 'RectificationReturned':
      return { ...state, opinion: evolveOpinion(state.opinion, event) };
    case 'SelfReportMissing':
    case 'SupervisionCancelled':
    case 'OnSiteStarted':
    case 'OnSiteEnded':
    case 'PreliminaryOpinionDelivered':
    case 'PreliminaryOverdue':
    case 'DefencePeriodEnded':
    case 'OpinionOverdue':
    case 'RectificationOverdue':
    case 'RectificationRefused':
    case 'RectificationVerified':
    case 'VerificationOverdue':
    case 'DeadlineRecomputed':
    case 'CaseClosed':
      return state;
  }
}
