import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { SelectingBody } from '#libs/access/roles';
import type { Area } from '#libs/regulation/areas';
import type { SupervisorGround } from '#libs/regulation/codes';
import type { RecusalReason, Severity } from '#libs/regulation/own-codes';
import type { Holder } from '#libs/supervisors/application.events';

/** One ground against a supervisor, with what proves it. */
export interface Finding {
  readonly ground: SupervisorGround;
  /** What happened. */
  readonly description: string;
  /** References of the evidence; at least one. */
  readonly evidence: readonly string[];
  /** The supervision it happened in, where there was one: id of the case. */
  readonly caseId?: string;
  /** S1: taken part without an assignment, or declined without justification (then `caseId` names the judged decline). */
  readonly form?: 'UNASSIGNED' | 'UNJUSTIFIED_DECLINE';
  /** S2: the relation that the signed declaration of `caseId` denies. */
  readonly relation?: RecusalReason;
  /** S6: number of the verification that confirmed the leak. */
  readonly leakVerification?: string;
  /** S8: reference of the second person who approved the use of the catch-all. */
  readonly approvedBy?: string;
}

/** A sanction for grounds of 第四章一. */
export interface GroundsCause {
  readonly kind: 'GROUNDS';
  readonly findings: readonly Finding[];
  readonly severity: Severity;
  /** Grounds for which the person was already sanctioned in the running term: serious circumstances are near. */
  readonly repeated?: readonly SupervisorGround[];
}

/** A sanction for a failed assessment by the body that dispatched (第二章八). */
export interface AssessmentCause {
  readonly kind: 'ASSESSMENT_FAIL';
  /** Number of the assessment; it can carry one decision only. */
  readonly assessmentNo: string;
  readonly concludedOn: LegalDate;
}

export type SanctionCause = GroundsCause | AssessmentCause;

/** What every decision about a sanction says. */
export interface Decision<C extends SanctionCause = SanctionCause> {
  /** Number the deciding centre gave its decision; the same number again is the same decision. */
  readonly decisionNo: string;
  readonly cause: C;
  readonly reasons: string;
  /** Day on which the person was heard; absent where they were not, which a reader must see. */
  readonly heardOn?: LegalDate;
  /** The deciding centre; where a body decided about its own 内督, the area it belongs to. */
  readonly decidedBy: Area;
  /** 内督 only: the body that decided. */
  readonly body?: SelectingBody;
}

/** 泄密核查结论: whether work secrets were leaked. Only a confirmed leak is a ground (经查实). */
export type LeakVerificationConcluded = Fact<
  'LeakVerificationConcluded',
  {
    readonly verificationNo: string;
    readonly result: 'LEAK_CONFIRMED' | 'LEAK_NOT_CONFIRMED';
    readonly findings: string;
    readonly evidence: readonly string[];
    /** The supervision whose secrets are meant, where it was one. */
    readonly caseId?: string;
    /** The centre that verified. */
    readonly verifiedBy: Area;
  }
>;

/** 批评教育 */
export type CriticismGiven = Fact<'CriticismGiven', Decision<GroundsCause>>;

/** 暂停委派. One at a time for each centre, and for the body that selected an internal supervisor. */
export type DispatchSuspended = Fact<
  'DispatchSuspended',
  Decision & {
    /** `ALL`: nobody draws the person. `OWN`: only the deciding centre does not. */
    readonly scope: 'ALL' | 'OWN';
    /** Last day, as ordered; absent: until lifted. */
    readonly until?: LegalDate;
    /** Last day in effect: the ordered one, at most the last of the term. */
    readonly endsOn: LegalDate;
  }
>;

/** Who suspended. */
interface Suspender {
  /** The centre; where a body suspended its own 内督, the area it belongs to. */
  readonly suspendedBy: Area;
  /** 内督 only: the body that suspended. */
  readonly body?: SelectingBody;
}

/** 恢复委派: by the centre or the body that suspended. */
export type DispatchResumed = Fact<'DispatchResumed', Suspender & { readonly reasons: string }>;

/** 暂停期满: the last day of the suspension has passed. */
export type SuspensionLapsed = Fact<'SuspensionLapsed', Suspender & { readonly endsOn: LegalDate }>;

/** 处理建议: a dispatching centre asks the provincial centre for the second level of the ladder. */
export type DisqualificationProposed = Fact<
  'DisqualificationProposed',
  Decision & { readonly proposes: 'QUALIFICATION_CANCELLED' | 'RENEWAL_REFUSED' }
>;

/** 不予采纳处理建议 */
export type DisqualificationDismissed = Fact<'DisqualificationDismissed', { readonly proposalNo: string; readonly reasons: string }>;

/** 取消资格. Ends the credential; the bar on the person follows. */
export type QualificationCancelled = Fact<'QualificationCancelled', Holder & Decision & { readonly proposalNo: string }>;

/** 不予续聘 as a sanction. Ends the credential; the bar on the person follows. Plain expiry bars nobody. */
export type RenewalRefused = Fact<'RenewalRefused', Holder & Decision<GroundsCause> & { readonly proposalNo: string }>;

/** 向当事人所在单位通报: beside cancellation or refusal, never alone. */
export type EmployerNotified = Fact<
  'EmployerNotified',
  {
    /** Name of the unit. */
    readonly employer: string;
    readonly noticeNo: string;
    /** Number of the decision it tells of. */
    readonly decisionNo: string;
  }
>;

export type SanctionEvent =
  | LeakVerificationConcluded
  | CriticismGiven
  | DispatchSuspended
  | DispatchResumed
  | SuspensionLapsed
  | DisqualificationProposed
  | DisqualificationDismissed
  | QualificationCancelled
  | RenewalRefused
  | EmployerNotified;
