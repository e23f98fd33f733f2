import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { SelectingBody } from '#libs/access/roles';
import type { Area } from '#libs/regulation/areas';
import type { EligibilityCondition } from '#libs/regulation/codes';
import type { SupervisorType } from '#libs/regulation/own-codes';

/** Whose credential it is, in facts that a reaction must carry to the person's own stream. */
export interface Holder {
  /** Opaque reference of the person; names live in a directory outside the log. */
  readonly personId: string;
  readonly supervisorType: SupervisorType;
}

/** Who selected an internal supervisor, and whose sessions the person may supervise. */
export interface Selection extends SelectingBody {
  /** Ids of the agencies: of an agency itself alone, of an industry department those it lists. */
  readonly agencies: readonly string[];
}

/** 申报: a person asks to become a supervisor. */
export type SupervisorApplied = Fact<
  'SupervisorApplied',
  Holder & {
    /** Area of the centre that would appoint, or of the selecting agency; `FJ` is the province's own. It stays the area of the credential. */
    readonly area: Area;
    /** 内督 only. */
    readonly selection?: Selection;
  }
>;

/** What a reviewer found on one of the five conditions. */
export interface ConditionReview {
  readonly condition: EligibilityCondition;
  readonly met: boolean;
  /** What it rests on; absent for health, of which only yes or no is kept. */
  readonly evidence?: string;
  /** Reference of the reviewing person. */
  readonly reviewer: string;
}

/** 条件审核通过: all five conditions are met. */
export type ConditionsConfirmed = Fact<'ConditionsConfirmed', { readonly reviews: readonly ConditionReview[] }>;

/** 不符合条件: at least one review says so. Ends the credential. */
export type ApplicationRejected = Fact<
  'ApplicationRejected',
  Holder & { readonly reviews: readonly ConditionReview[]; readonly reason: string }
>;

/** 参加培训: of a first application, or of a renewal. */
export type TrainingEnrolled = Fact<
  'TrainingEnrolled',
  {
    /** Number of the class of the provincial centre, or of the selecting body. */
    readonly trainingClass: string;
    /** 内督 only: the training whose plan was filed. */
    readonly trainingId?: string;
    /** First day of the class. */
    readonly startsOn: LegalDate;
    readonly forRenewal: boolean;
  }
>;

/** What an examination was measured by. Scores are points out of 100. */
export interface Exam {
  readonly score: number;
  /** Pass mark in force on the day of the examination. */
  readonly passMark: number;
  readonly examinedOn: LegalDate;
  /** 1 for the first sitting of the training. */
  readonly sitting: number;
}

/** 考核合格 */
export type ExamPassed = Fact<'ExamPassed', Exam>;

/** 考核不合格. Without re-exams left a first application has ended; a renewal may be applied for again. */
export type ExamFailed = Fact<'ExamFailed', Holder & Exam & { readonly reExamsLeft: number; readonly forRenewal: boolean }>;

/** 准予补考 */
export type ReExamAllowed = Fact<'ReExamAllowed', { readonly reason: string }>;

export type ApplicationEvent =
  | SupervisorApplied
  | ConditionsConfirmed
  | ApplicationRejected
  | TrainingEnrolled
  | ExamPassed
  | ExamFailed
  | ReExamAllowed;
