import type {
  DefenceAnalysed, DefenceAnswer, DefenceLapsed, DefenceOutcome, DefenceSubmitted, DefenceWaived, Demand, Finding, OpinionDelivered, OpinionIssued,
  PreliminaryOpinionFormed, ProposedDemand,
} from '#libs/cases/case-opinion.events';
import type {
  RectificationExtended, RectificationReminded, RectificationReportSubmitted, RectificationReturned,
} from '#libs/cases/case-rectification.events';
import type { Deadline } from '#libs/regulation/deadline';

/** What the rules ask of the opinions, the defence and the rectification. */
export interface OpinionState {
  readonly preliminary?: { readonly findings: readonly Finding[]; readonly demands: readonly ProposedDemand[] };
  /** Number of defence points so far: they are numbered 1 to it. */
  readonly points: number;
  readonly defence?: DefenceOutcome;
  readonly answers: readonly DefenceAnswer[];
  readonly demands: readonly Demand[];
  readonly issued: boolean;
  readonly delivered: boolean;
  readonly extensions: number;
  readonly reports: number;
  /** Until when the last reminder to rectify waits for an answer. */
  readonly reminder?: Deadline;
}

export const NO_OPINION: OpinionState = { points: 0, answers: [], demands: [], issued: false, delivered: false, extensions: 0, reports: 0 };

type Asked =
  | PreliminaryOpinionFormed
  | DefenceSubmitted
  | DefenceWaived
  | DefenceLapsed
  | DefenceAnalysed
  | OpinionIssued
  | OpinionDelivered
  | RectificationExtended
  | RectificationReportSubmitted
  | RectificationReturned
  | RectificationReminded;

/** A new period: an earlier reminder says nothing about it. */
function withoutReminder({ reminder: _earlier, ...state }: OpinionState): OpinionState {
  return state;
}

export function evolveOpinion(state: OpinionState, event: Asked): OpinionState {
  switch (event.type) {
    case 'PreliminaryOpinionFormed':
      return { ...state, preliminary: { findings: event.data.findings, demands: event.data.demands } };
    case 'DefenceSubmitted':
      return { ...state, points: state.points + event.data.points.length, defence: 'SUBMITTED' };
    case 'DefenceWaived':
      return { ...state, defence: 'WAIVED' };
    case 'DefenceLapsed':
      return { ...state, defence: 'LAPSED' };
    case 'DefenceAnalysed':
      return { ...state, answers: event.data.answers };
    case 'OpinionIssued':
      return { ...state, issued: true, demands: event.data.demands };
    case 'OpinionDelivered':
      return { ...state, delivered: true };
    case 'RectificationExtended':
      return { ...state, extensions: state.extensions + 1 };
    case 'RectificationReportSubmitted':
      return { ...state, reports: state.reports + 1 };
    case 'RectificationReturned':
      return withoutReminder(state);
    case 'RectificationReminded':
      return { ...state, reminder: event.data.answerDue };
  }
}
