import type { Evidence } from '#libs/cases/evidence';
import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { Deadline } from '#libs/regulation/deadline';

/** 延期整改: once a case. */
export type RectificationExtended = Fact<'RectificationExtended', { readonly reason: string; readonly rectificationDue: Deadline }>;

/** What the agency did about one demand. */
export interface DemandAnswer {
  readonly demandNo: number;
  readonly measures: string;
  readonly evidence: readonly Evidence[];
}

/** 提交整改工作报告 */
export type RectificationReportSubmitted = Fact<
  'RectificationReportSubmitted',
  {
    /** 1, 2 … after each return. */
    readonly version: number;
    readonly answers: readonly DemandAnswer[];
    readonly late: boolean;
    /** D-09: by when the dispatcher is to verify. */
    readonly verificationDue: Deadline;
  }
>;

/** Why a demand is not met. */
export interface ReturnedDemand {
  readonly demandNo: number;
  readonly reason: string;
}

/** 整改工作报告退回 */
export type RectificationReturned = Fact<
  'RectificationReturned',
  { readonly returned: readonly ReturnedDemand[]; readonly rectificationDue: Deadline }
>;

/** 整改核查通过 */
export type RectificationVerified = Fact<'RectificationVerified', { readonly conclusion: string }>;

/** 整改逾期: a flag, and material for R4.2(三). */
export type RectificationOverdue = Fact<'RectificationOverdue', { readonly due: Deadline }>;

/** 催告整改, once overdue. */
export type RectificationReminded = Fact<
  'RectificationReminded',
  {
    readonly text: string;
    /** Silence beyond it is refusal. */
    readonly answerDue: Deadline;
  }
>;

/** 拒不整改: expressly, or overdue after a reminder. The demands stay open. */
export type RectificationRefused = Fact<
  'RectificationRefused',
  { readonly ground: 'EXPRESS_REFUSAL' | 'OVERDUE_AFTER_REMINDER'; readonly reasons: string }
>;

/** 整改核查逾期 */
export type VerificationOverdue = Fact<'VerificationOverdue', { readonly due: Deadline }>;

/** The deadlines of a case, each with its timer. */
export const DEADLINE_NAMES = ['selfReport', 'preliminary', 'defence', 'opinion', 'rectification', 'verification'] as const;
export type DeadlineName = (typeof DEADLINE_NAMES)[number];

/** 期限重算: a deadline, still open, after its calendar was published or corrected. */
export type DeadlineRecomputed = Fact<
  'DeadlineRecomputed',
  { readonly deadline: DeadlineName; readonly before: Deadline; readonly after: Deadline }
>;

/** 结案归档 */
export type CaseClosed = Fact<
  'CaseClosed',
  {
    readonly outcome: 'NO_DEMANDS' | 'RECTIFIED';
    readonly summary: string;
    /** Last day on which the electronic file must be kept. */
    readonly keepUntil: LegalDate;
  }
>;

export type RectificationEvent =
  | RectificationExtended
  | RectificationReportSubmitted
  | RectificationReturned
  | RectificationVerified
  | RectificationOverdue
  | RectificationReminded
  | RectificationRefused
  | VerificationOverdue
  | DeadlineRecomputed
  | CaseClosed;
