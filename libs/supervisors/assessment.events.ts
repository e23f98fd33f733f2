import type { ActingBody } from '#libs/access/roles';
import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { ConductRule, SupervisorGround } from '#libs/regulation/codes';
import type { Deadline } from '#libs/regulation/deadline';
import type { SupervisionKind } from '#libs/regulation/own-codes';

/** 委派机构: who dispatched the supervisor, and so assesses them. */
export interface DispatchingBody extends ActingBody {
  readonly by: 'PROVINCIAL_CENTER' | 'MUNICIPAL_CENTER' | 'AGENCY' | 'INDUSTRY_DEPT';
}

/** 建立考核档案: at the first dispatch of this supervisor by this body. It outlives the appointment. */
export type AssessmentFileOpened = Fact<
  'AssessmentFileOpened',
  {
    readonly dispatcher: DispatchingBody;
    /** Id of the credential. */
    readonly supervisorId: string;
    /** Opaque reference of the person. */
    readonly personId: string;
    /** The supervision of the first dispatch; of an internal supervisor the session. */
    readonly caseId: string;
  }
>;

/** 任务记入考核档案: how the supervisor's part in a supervision stood to its due day. */
export type TaskEntryAdded = Fact<
  'TaskEntryAdded',
  {
    /** The supervision; of an internal supervisor, who supervises from day to day, the session. */
    readonly caseId: string;
    readonly kind: SupervisionKind;
    /** `OVERDUE`: the due day is over and the work not delivered; `DELIVERED` follows when it is. */
    readonly outcome: 'DELIVERED' | 'OVERDUE';
    readonly day: LegalDate;
    /** Calendar days after the due day; 0 in time. */
    readonly lateDays: number;
  }
>;

/** How the work on a task was done, in the dispatcher's eyes. */
export const QUALITY_MARKS = { GOOD: '良好', SUFFICIENT: '合格', INSUFFICIENT: '不合格' } as const;
export type QualityMark = keyof typeof QUALITY_MARKS;

/** One rule of conduct of 第二章七 on one task. */
export interface ConductCheck {
  readonly duty: ConductRule;
  readonly kept: boolean;
  /** Of a rule that was not kept: what happened. */
  readonly remark?: string;
}

/** 任务履职评价: every rule of conduct, and a mark. */
export type TaskConductAssessed = Fact<
  'TaskConductAssessed',
  { readonly caseId: string; readonly mark: QualityMark; readonly conduct: readonly ConductCheck[] }
>;

/** 表扬记入考核档案 */
export type CommendationAdded = Fact<'CommendationAdded', { readonly text: string; readonly evidence: readonly string[] }>;

/** 问题记入考核档案: evidence that a sanction may rest on; it decides nothing. */
export type IssueEntryAdded = Fact<
  'IssueEntryAdded',
  {
    readonly ground: SupervisorGround;
    readonly description: string;
    readonly evidence: readonly string[];
    readonly caseId?: string;
  }
>;

/** 学习记入考核档案 */
export type LearningEntryAdded = Fact<'LearningEntryAdded', { readonly title: string; readonly hours: number; readonly completedOn: LegalDate }>;

/** 考核期开始: a cycle of the parameter, last day included. */
export type AssessmentPeriodOpened = Fact<
  'AssessmentPeriodOpened',
  {
    readonly assessmentNo: string;
    readonly from: LegalDate;
    readonly to: LegalDate;
    readonly cycleMonths: number;
    /** By when it is to be concluded: the Measures name no day, the parameter does. Absent from periods opened before there was one. */
    readonly conclusionDue?: Deadline;
  }
>;

/** 考核结论逾期: the due day is over and nothing concluded. It is noted and stops nothing. */
export type AssessmentOverdue = Fact<'AssessmentOverdue', { readonly assessmentNo: string; readonly due: Deadline }>;

export type AssessmentResult = 'PASS' | 'FAIL';

/** 考核结论 */
export type AssessmentConcluded = Fact<'AssessmentConcluded', { readonly assessmentNo: string; readonly result: AssessmentResult; readonly reasons: string }>;

/** 告知本人考核结论 */
export type SupervisorInformed = Fact<'SupervisorInformed', { readonly assessmentNo: string }>;

/** 对考核结论提出异议 */
export type ObjectionRaised = Fact<'ObjectionRaised', { readonly assessmentNo: string; readonly statement: string }>;

/** 异议处理: upheld, the failed assessment is passed. */
export type ObjectionDecided = Fact<'ObjectionDecided', { readonly assessmentNo: string; readonly outcome: 'UPHELD' | 'REJECTED'; readonly reasons: string }>;

/** 考核不合格的处理决定: one, by the circumstances. It is carried out on the credential. */
export type FailDecisionTaken = Fact<'FailDecisionTaken', { readonly assessmentNo: string; readonly decision: 'SUSPEND' | 'CANCEL'; readonly reasons: string }>;

/** 考核期结束 */
export type AssessmentPeriodClosed = Fact<'AssessmentPeriodClosed', { readonly assessmentNo: string }>;

export type AssessmentEvent =
  | AssessmentFileOpened
  | TaskEntryAdded
  | TaskConductAssessed
  | CommendationAdded
  | IssueEntryAdded
  | LearningEntryAdded
  | AssessmentPeriodOpened
  | AssessmentOverdue
  | AssessmentConcluded
  | SupervisorInformed
  | ObjectionRaised
  | ObjectionDecided
  | FailDecisionTaken
  | AssessmentPeriodClosed;

export const assessmentBasis: Readonly<Record<AssessmentEvent['type'], readonly string[]>> = {
  AssessmentFileOpened: ['R2.8-1', 'R2.8-2'],
  TaskEntryAdded: ['R2.8-2', 'R2.7(六)b'],
  TaskConductAssessed: ['R2.8-1', 'R2.7(一)a', 'R2.7(一)b', 'R2.7(二)', 'R2.7(三)', 'R2.7(四)', 'R2.7(五)', 'R2.7(六)a', 'R2.7(六)b', 'R2.7(七)'],
  CommendationAdded: ['R2.8-2'],
  IssueEntryAdded: ['R2.8-2', 'R4.1-x'],
  LearningEntryAdded: ['R2.9-1'],
  AssessmentPeriodOpened: ['R2.8-1'],
  AssessmentOverdue: ['R2.8-1'],
  AssessmentConcluded: ['R2.8-1', 'R2.8-3'],
  SupervisorInformed: ['R2.8-1'],
  ObjectionRaised: ['R2.8-1'],
  ObjectionDecided: ['R2.8-1'],
  FailDecisionTaken: ['R2.8-3'],
  AssessmentPeriodClosed: ['R2.8-1'],
};
