import type { CorrectionEvent } from '#libs/agencies/agency-correction.events';
import type { LadderEvent } from '#libs/agencies/agency-ladder.events';
import type { SanctionDecision } from '#libs/agencies/sanction-decision.events';
import type { Fact } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { AGENCY_SANCTIONS, AgencyGround } from '#libs/regulation/codes';
import type { Deadline } from '#libs/regulation/deadline';
import type { Severity } from '#libs/regulation/own-codes';

/** Steps of the ladder that a centre can propose; the parts of one step are decided together. */
export type AgencySanctionLevel = Extract<keyof typeof AGENCY_SANCTIONS, 'PLATFORM_OPERATION_HOLD' | 'PUBLIC_CRITICISM' | 'QUALIFICATION_REVOCATION'>;

/** One ground of 第四章二 with what proves it. */
export interface Violation {
  readonly ground: AgencyGround;
  /** What happened, without names: whoever reported something to a supervisor is protected. */
  readonly description: string;
  /** References of the evidence; at least one. Never shown to the agency. */
  readonly evidence: readonly string[];
  /** Stream of the supervision it happened in; G1 and G3 rest on what that record says. */
  readonly supervision?: string;
}

/** 立案: a centre looks into what an agency or its staff did against supervision. Nothing of it reaches the agency yet. */
export type ViolationCaseOpened = Fact<
  'ViolationCaseOpened',
  {
    readonly agencyId: string;
    /** Of the agency's filing; it decides which centre is competent. */
    readonly area: Area;
    readonly isCentralBranch: boolean;
    /** The centre that opened it and decides. */
    readonly center: Area;
    readonly violations: readonly Violation[];
    readonly severity: Severity;
    readonly severityReasons: string;
    /** References of the agency's staff whom it concerns. */
    readonly persons: readonly string[];
    /** Grounds for which the agency was sanctioned before: they suggest SERIOUS, and decide nothing. */
    readonly repeatedGrounds: readonly AgencyGround[];
  }
>;

/** 批准适用其他情形: a second person of the centre agrees that 其他影响质量督导工作的行为 is met. */
export type CatchAllGroundApproved = Fact<'CatchAllGroundApproved', { readonly reasons: string }>;

/** 告知拟处理: what the agency is to be sanctioned with, why, and that it may speak. */
export type SanctionNotified = Fact<
  'SanctionNotified',
  {
    readonly agencyId: string;
    readonly center: Area;
    readonly proposes: AgencySanctionLevel;
    readonly grounds: readonly AgencyGround[];
    readonly facts: string;
    /** Legal bases, each with its number. */
    readonly bases: readonly string[];
    readonly statementDue: Deadline;
    /** Until when a hearing may be asked for; only where the qualification is to be revoked. */
    readonly hearingRequestDue?: Deadline;
  }
>;

/** 收到陈述申辩 */
export type StatementReceived = Fact<'StatementReceived', { readonly text: string; readonly evidence: readonly string[] }>;

/** 放弃陈述申辩: and the hearing with it. */
export type StatementWaived = Fact<'StatementWaived', object>;

/** 逾期未陈述申辩 */
export type StatementLapsed = Fact<'StatementLapsed', { readonly due: Deadline }>;

/** 暂缓平台正常操作. Always together with an order to correct. */
export type PlatformOperationHeld = Fact<
  'PlatformOperationHeld',
  SanctionDecision & {
    /** Why the agency was not told beforehand, where it was not. */
    readonly withoutNotice?: string;
  }
>;

/** Periods of a sanction case that are counted in a calendar. */
export const SANCTION_PERIODS = { statement: '陈述申辩', hearing: '申请听证', correction: '改正', reminder: '催告答复', decision: '改正审核' } as const;
export type SanctionPeriod = keyof typeof SANCTION_PERIODS;

/** 重算期限: a year that the open period was counted in has been published or corrected. */
export type SanctionDueRecomputed = Fact<'SanctionDueRecomputed', { readonly period: SanctionPeriod; readonly before: Deadline; readonly after: Deadline }>;

/** 恢复平台正常操作: the correction was accepted. */
export type PlatformOperationResumed = Fact<'PlatformOperationResumed', { readonly agencyId: string }>;

/** 撤销处理: the case ends as if nothing had been decided in it; what the agency had before holds again. */
export type SanctionWithdrawn = Fact<'SanctionWithdrawn', { readonly agencyId: string; readonly withdrawnBy: Area; readonly reasons: string }>;

export type AgencySanctionEvent =
  | ViolationCaseOpened
  | CatchAllGroundApproved
  | SanctionNotified
  | StatementReceived
  | StatementWaived
  | StatementLapsed
  | PlatformOperationHeld
  | CorrectionEvent
  | LadderEvent
  | SanctionDueRecomputed
  | PlatformOperationResumed
  | SanctionWithdrawn;

const LEVEL_ONE = ['R4.2-1'] as const;
const LEVEL_TWO = ['R4.2-2'] as const;
const LEVEL_THREE = ['R4.2-3'] as const;
const HEARD = ['R4.2-x'] as const;

export const agencySanctionBasis: Readonly<Record<AgencySanctionEvent['type'], readonly string[]>> = {
  ViolationCaseOpened: LEVEL_ONE,
  CatchAllGroundApproved: ['R4.2(六)'],
  SanctionNotified: HEARD,
  StatementReceived: HEARD,
  StatementWaived: HEARD,
  StatementLapsed: HEARD,
  PlatformOperationHeld: LEVEL_ONE,
  CorrectionOrdered: LEVEL_ONE,
  CorrectionSubmitted: LEVEL_ONE,
  CorrectionOverdue: LEVEL_ONE,
  CorrectionReminded: LEVEL_TWO,
  CorrectionRefused: LEVEL_TWO,
  CorrectionAccepted: LEVEL_ONE,
  CorrectionReturned: LEVEL_ONE,
  CorrectionDecisionOverdue: LEVEL_ONE,
  SanctionDueRecomputed: HEARD,
  PlatformOperationResumed: LEVEL_ONE,
  AgencyCriticised: LEVEL_TWO,
  DisciplinaryActionRecommended: LEVEL_TWO,
  HearingRequested: LEVEL_THREE,
  HearingHeld: LEVEL_THREE,
  RevocationProposed: LEVEL_THREE,
  RevocationNotConfirmed: LEVEL_THREE,
  QualificationRevoked: LEVEL_THREE,
  SanctionWithdrawn: HEARD,
};
