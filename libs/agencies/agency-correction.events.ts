import type { Fact } from '#libs/event-sourcing/event';
import type { Deadline } from '#libs/regulation/deadline';

/** 责令改正: what the agency must put right, and by when. */
export type CorrectionOrdered = Fact<'CorrectionOrdered', { readonly demands: readonly string[]; readonly correctionDue: Deadline }>;

/** 提交改正报告 */
export type CorrectionSubmitted = Fact<
  'CorrectionSubmitted',
  {
    /** 1, 2 … after each return. */
    readonly version: number;
    readonly report: string;
    readonly evidence: readonly string[];
    readonly late: boolean;
    /** By when the centre is to decide: the hold must not last longer than the correction. */
    readonly decisionDue: Deadline;
  }
>;

/** 改正逾期 */
export type CorrectionOverdue = Fact<'CorrectionOverdue', { readonly due: Deadline }>;

/** 催告改正: once, after the date has passed. */
export type CorrectionReminded = Fact<
  'CorrectionReminded',
  {
    readonly text: string;
    /** Silence beyond it is refusal. */
    readonly answerDue: Deadline;
  }
>;

/** 拒不改正: expressly, or overdue after a reminder. The order stays open. */
export type CorrectionRefused = Fact<'CorrectionRefused', { readonly ground: 'EXPRESS_REFUSAL' | 'OVERDUE_AFTER_REMINDER'; readonly reasons: string }>;

/** 改正通过 */
export type CorrectionAccepted = Fact<'CorrectionAccepted', { readonly conclusion: string }>;

/** 改正退回 */
export type CorrectionReturned = Fact<'CorrectionReturned', { readonly reasons: string; readonly correctionDue: Deadline }>;

/** 改正审核逾期: the centre has not decided in time. */
export type CorrectionDecisionOverdue = Fact<'CorrectionDecisionOverdue', { readonly due: Deadline }>;

export type CorrectionEvent =
  | CorrectionOrdered
  | CorrectionSubmitted
  | CorrectionOverdue
  | CorrectionReminded
  | CorrectionRefused
  | CorrectionAccepted
  | CorrectionReturned
  | CorrectionDecisionOverdue;
