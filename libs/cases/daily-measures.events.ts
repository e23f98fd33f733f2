import type { Finding } from '#libs/cases/case-opinion.events';
import type { Evidence } from '#libs/cases/evidence';
import type { Deadline } from '#libs/regulation/deadline';
import type { Fact, LegalDate } from '#libs/event-sourcing/event';

/** 委派机构研判 */
export type RecordReviewed = Fact<
  'RecordReviewed',
  {
    /** Version of the record form that was read: 1, or that of the latest correction. */
    readonly version: number;
    readonly reasons: string;
  }
>;

/** 无需处理: the supervision is closed. */
export type NoMeasureDecided = Fact<'NoMeasureDecided', { readonly reasons: string; readonly keepUntil: LegalDate }>;

/** What each measure says to the agency; the record form itself stays with the dispatcher. */
export interface MeasureWords {
  readonly agencyId: string;
  readonly sessionId: string;
  readonly text: string;
  /** Legal bases; never empty. */
  readonly bases: readonly string[];
  /** 监督: problems of the record, on which the measure rests. */
  readonly findings: readonly Pick<Finding, 'item' | 'facts'>[];
  /** 指导: empty only beside no finding. */
  readonly guidance: readonly string[];
}

/** 调查核实 */
export type VerificationOpened = Fact<'VerificationOpened', MeasureWords>;

/** 约谈提醒 */
export type AdmonitoryTalkHeld = Fact<'AdmonitoryTalkHeld', MeasureWords & { readonly heldOn: LegalDate }>;

/** 发出提醒函 */
export type ReminderLetterIssued = Fact<'ReminderLetterIssued', MeasureWords & { readonly documentNumber: string }>;

/** 质量通报 */
export type QualityBulletinIssued = Fact<'QualityBulletinIssued', MeasureWords & { readonly documentNumber: string }>;

/** Measures that ask the agency to improve, each one item. */
export const IMPROVEMENT_MEASURES = ['ADMONITORY_TALK', 'REMINDER_LETTER'] as const;
export type ImprovementMeasure = (typeof IMPROVEMENT_MEASURES)[number];

/** 完善整改: a statement, not a report; no time runs for it. */
export type ImprovementReported = Fact<
  'ImprovementReported',
  {
    readonly measure: ImprovementMeasure;
    /** 1, 2, 3 … within the item: an agency may add to what it said until it is confirmed. */
    readonly version: number;
    readonly statement: string;
    readonly evidence: readonly Evidence[];
  }
>;

/** 确认完善整改 */
export type ImprovementConfirmed = Fact<'ImprovementConfirmed', { readonly measure: ImprovementMeasure; readonly conclusion: string }>;

/** 催告完善整改: once for each demand; silence beyond it is refusal. */
export type ImprovementReminded = Fact<'ImprovementReminded', { readonly measure: ImprovementMeasure; readonly text: string; readonly answerDue: Deadline }>;

/** 拒不采取改进措施: expressly, or silent after the reminder; the demand stays open. */
export type ImprovementRefused = Fact<
  'ImprovementRefused',
  { readonly measure: ImprovementMeasure; readonly ground: 'EXPRESS_REFUSAL' | 'SILENT_AFTER_REMINDER'; readonly reasons: string }
>;

/** 日常督导办结: nothing is open of the measures. */
export type DailySupervisionClosed = Fact<'DailySupervisionClosed', { readonly summary: string; readonly keepUntil: LegalDate }>;

export type MeasureEvent = VerificationOpened | AdmonitoryTalkHeld | ReminderLetterIssued | QualityBulletinIssued;
export type ImprovementEvent = ImprovementReported | ImprovementReminded | ImprovementRefused | ImprovementConfirmed;
export type ReviewEvent = RecordReviewed | NoMeasureDecided | MeasureEvent | ImprovementEvent | DailySupervisionClosed;
