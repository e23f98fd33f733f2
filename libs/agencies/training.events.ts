import type { ActingBody } from '#libs/access/roles';
import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { LeadTime } from '#libs/regulation/deadline';

/** Who trains: an agency or an industry department its own 内督, the provincial centre the 外督. */
export interface TrainingBody extends ActingBody {
  readonly by: 'AGENCY' | 'INDUSTRY_DEPT' | 'PROVINCIAL_CENTER';
  /** Id of the agency or of the department; `FJ` for the provincial centre. */
  readonly organisation: string;
}

/** How the trained are examined (A-41: the plan chooses). */
export const EXAM_FORMS = { WRITTEN: '笔试', ORAL: '口试', PRACTICAL: '实操', COMBINED: '综合' } as const;
export type ExamForm = keyof typeof EXAM_FORMS;

/** 培训工作方案 */
export interface TrainingPlan {
  readonly title: string;
  readonly content: string;
  readonly hours: number;
  /** First and last day. */
  readonly startsOn: LegalDate;
  readonly endsOn: LegalDate;
  readonly examForm: ExamForm;
  /** How many people are expected. */
  readonly places: number;
}

/** 拟定培训方案: the next draft replaces the one before; a filing covers only the draft that was filed. */
export type TrainingPlanDrafted = Fact<
  'TrainingPlanDrafted',
  TrainingBody &
    TrainingPlan & {
      /** 1 for the first draft. */
      readonly draft: number;
      /** Area of the agency; `FJ` for a department or the provincial centre. */
      readonly area: Area;
      /** By when it should be filed; absent for the provincial centre, which files with nobody. */
      readonly fileBy?: LeadTime;
    }
>;

/** 培训方案报备: with the provincial centre, always. Filing is complete with this; nobody approves. */
export type TrainingPlanFiled = Fact<'TrainingPlanFiled', { readonly draft: number }>;

/** 报备提醒: the day by which the plan should be filed has come. */
export type TrainingFilingReminded = Fact<'TrainingFilingReminded', { readonly draft: number; readonly fileBy: LegalDate }>;

/** 报备期限重新计算: a year of the calendar was published or corrected. */
export type TrainingFilingDueRecomputed = Fact<'TrainingFilingDueRecomputed', { readonly draft: number; readonly before: LeadTime; readonly after: LeadTime }>;

/** 退回补正: the filing is not complete; the plan is filed again. */
export type FilingReturned = Fact<'FilingReturned', { readonly draft: number; readonly reasons: string }>;

/** 报备收悉 */
export type FilingAcknowledged = Fact<'FilingAcknowledged', { readonly draft: number }>;

/** 购买服务: technical support by a unit that may train and examine 外督, with the qualification relied on. */
export type ProviderEngaged = Fact<
  'ProviderEngaged',
  {
    readonly providerId: string;
    readonly name: string;
    /** Number of the document that says so. */
    readonly qualificationNo: string;
    readonly qualifiedFrom: LegalDate;
    readonly qualifiedUntil: LegalDate;
  }
>;

/** 开班 */
export type TrainingStarted = Fact<'TrainingStarted', { readonly startedOn: LegalDate }>;

/** 培训完成, with who took part: ids of their credentials. */
export type TrainingHeld = Fact<
  'TrainingHeld',
  TrainingBody & { readonly endedOn: LegalDate; readonly hours: number; readonly attended: readonly string[] }
>;

/** 组织考核 */
export type ExamHeld = Fact<
  'ExamHeld',
  {
    readonly examinedOn: LegalDate;
    readonly form: ExamForm;
    /** 1 for the first examination of the training; a later one is for those who failed. */
    readonly sitting: number;
  }
>;

/** The result of one person. Scores are points out of 100. */
export interface TraineeResult {
  /** Id of the credential. */
  readonly supervisorId: string;
  readonly score: number;
  readonly passed: boolean;
}

/** 登记培训考核成绩: of the latest examination. */
export type ExamResultsRecorded = Fact<
  'ExamResultsRecorded',
  { readonly sitting: number; readonly examinedOn: LegalDate; readonly passMark: number; readonly results: readonly TraineeResult[] }
>;

/** 培训总结归档 */
export type TrainingClosed = Fact<'TrainingClosed', { readonly summary: string }>;

export type TrainingEvent =
  | TrainingPlanDrafted
  | TrainingPlanFiled
  | TrainingFilingReminded
  | TrainingFilingDueRecomputed
  | FilingReturned
  | FilingAcknowledged
  | ProviderEngaged
  | TrainingStarted
  | TrainingHeld
  | ExamHeld
  | ExamResultsRecorded
  | TrainingClosed;

export const trainingBasis: Readonly<Record<TrainingEvent['type'], readonly string[]>> = {
  TrainingPlanDrafted: ['R2.3-4', 'R2.4-2'],
  TrainingPlanFiled: ['R2.4-2'],
  TrainingFilingReminded: ['R2.4-2'],
  TrainingFilingDueRecomputed: ['R2.4-2'],
  FilingReturned: ['R2.4-2'],
  FilingAcknowledged: ['R2.4-2'],
  ProviderEngaged: ['R2.4-3'],
  TrainingStarted: ['R2.4-2', 'R2.4-3'],
  TrainingHeld: ['R2.3-4', 'R2.4-1'],
  ExamHeld: ['R2.2-1'],
  ExamResultsRecorded: ['R2.2-1', 'R2.3-4'],
  TrainingClosed: ['R2.4-1'],
};
