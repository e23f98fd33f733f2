import type { GroupException } from '#libs/cases/case-group.events';
import type { Evidence } from '#libs/cases/evidence';
import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { ContentItemCode } from '#libs/regulation/codes';
import type { Deadline } from '#libs/regulation/deadline';
import type { Severity } from '#libs/regulation/own-codes';

/** What was found on one content item (监督). */
export interface Finding {
  /** 1, 2, 3 … in the preliminary opinion; the opinion keeps the numbers. */
  readonly no: number;
  readonly item: ContentItemCode;
  readonly result: 'CONFORMS' | 'PROBLEM';
  /** Of a problem. */
  readonly severity?: Severity;
  readonly facts: string;
  readonly evidenceIds: readonly string[];
}

/** What the agency is asked to put right. */
export interface ProposedDemand {
  /** 1, 2, 3 … in the preliminary opinion; the opinion keeps the numbers. */
  readonly no: number;
  /** Numbers of the problems it answers. */
  readonly findingNos: readonly number[];
  readonly text: string;
}

/** A demand of the opinion: with its date. */
export interface Demand extends ProposedDemand {
  readonly dueOn: LegalDate;
}

/** A member's vote on the preliminary opinion. */
export interface Vote {
  readonly supervisorId: string;
  readonly vote: 'FOR' | 'AGAINST' | 'ABSTAIN';
  /** Of one who votes against. */
  readonly dissent?: string;
}

/** 评议并形成初步督导意见 */
export type PreliminaryOpinionFormed = Fact<
  'PreliminaryOpinionFormed',
  {
    readonly findings: readonly Finding[];
    /** 指导: what would raise the quality. */
    readonly guidance: readonly string[];
    readonly demands: readonly ProposedDemand[];
    readonly votes: readonly Vote[];
    /** D-05: by when it is to be delivered. */
    readonly deliveryDue: Deadline;
  }
>;

/** 反馈初步督导意见: the defence period runs. */
export type PreliminaryOpinionDelivered = Fact<
  'PreliminaryOpinionDelivered',
  {
    /** How it reached the agency. */
    readonly channel: DeliveryChannel;
    /** D-06. */
    readonly defenceDue: Deadline;
  }
>;

export const DELIVERY_CHANNELS = ['PLATFORM', 'IN_PERSON', 'POST'] as const;
export type DeliveryChannel = (typeof DELIVERY_CHANNELS)[number];

/** 初步督导意见逾期未反馈 */
export type PreliminaryOverdue = Fact<'PreliminaryOverdue', { readonly due: Deadline }>;

/** One point of the defence. */
export interface DefencePoint {
  /** 1, 2, 3 … over all submissions of the case. */
  readonly no: number;
  /** Number of the finding it speaks about, where it speaks about one. */
  readonly findingNo?: number;
  readonly statement: string;
}

/** 提交申辩意见 */
export type DefenceSubmitted = Fact<
  'DefenceSubmitted',
  {
    readonly points: readonly DefencePoint[];
    readonly evidence: readonly Evidence[];
    /** The agency will submit no more, so that the period need not run out. */
    readonly isFinal: boolean;
  }
>;

/** 放弃申辩 */
export type DefenceWaived = Fact<'DefenceWaived', { readonly statement: string }>;

/** 申辩期届满: nothing more can be added to what was submitted. */
export type DefencePeriodEnded = Fact<'DefencePeriodEnded', { readonly due: Deadline }>;

/** 逾期未申辩 */
export type DefenceLapsed = Fact<'DefenceLapsed', { readonly due: Deadline }>;

/** The dispatcher's answer to one point. */
export interface DefenceAnswer {
  readonly pointNo: number;
  readonly conclusion: 'ACCEPTED' | 'PARTLY_ACCEPTED' | 'NOT_ACCEPTED';
  readonly reason: string;
}

/** 综合分析申辩意见 */
export type DefenceAnalysed = Fact<'DefenceAnalysed', { readonly answers: readonly DefenceAnswer[] }>;

/** How the defence ended. */
export type DefenceOutcome = 'SUBMITTED' | 'WAIVED' | 'LAPSED';

/** 发出质量督导意见书 */
export type OpinionIssued = Fact<
  'OpinionIssued',
  {
    /** 发文字号. */
    readonly documentNumber: string;
    /** Legal bases, as printed. */
    readonly bases: readonly string[];
    readonly findings: readonly Finding[];
    readonly guidance: readonly string[];
    readonly demands: readonly Demand[];
    readonly defence: DefenceOutcome;
    readonly answers: readonly DefenceAnswer[];
    /** Printed on the opinion: the group had fewer than three members. */
    readonly exception?: GroupException;
    /** supervisorIds of members recused after the preliminary opinion had been formed: printed on the opinion. */
    readonly recusedLate: readonly string[];
  }
>;

/** 送达质量督导意见书 */
export type OpinionDelivered = Fact<
  'OpinionDelivered',
  {
    readonly channel: DeliveryChannel;
    /** D-08, absent where the opinion demands nothing. */
    readonly rectificationDue?: Deadline;
  }
>;

/** 质量督导意见书逾期未发出 */
export type OpinionOverdue = Fact<'OpinionOverdue', { readonly due: Deadline }>;

export type OpinionEvent =
  | PreliminaryOpinionFormed
  | PreliminaryOpinionDelivered
  | PreliminaryOverdue
  | DefenceSubmitted
  | DefencePeriodEnded
  | DefenceWaived
  | DefenceLapsed
  | DefenceAnalysed
  | OpinionIssued
  | OpinionDelivered
  | OpinionOverdue;
