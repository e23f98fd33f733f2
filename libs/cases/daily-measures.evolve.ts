import type { ImprovementMeasure, MeasureEvent, ReviewEvent } from '#libs/cases/daily-measures.events';
import type { DailyStage } from '#libs/cases/daily.stage';
import type { LegalDate, Fact, Recorded } from '#libs/event-sourcing/event';
import type { Deadline } from '#libs/regulation/deadline';
import type { DailyMeasure } from '#libs/regulation/codes';
import { legalDateOf } from '#libs/regulation/legal-date';

/** One item of improvement: how often the agency has spoken about it, and whether the dispatcher is content. */
export interface Improvement {
  readonly statements: number;
  readonly confirmed: boolean;
  /** Until when the one reminder waits for the agency to speak. */
  readonly reminder?: Deadline;
  readonly refused: boolean;
}

/** What came of the record. */
export interface Reviewed {
  /** Asia/Shanghai. */
  readonly reviewedOn?: LegalDate;
  readonly measures: readonly DailyMeasure[];
  /** What the talk and the letter ask for. */
  readonly improvements: Partial<Record<ImprovementMeasure, Improvement>>;
}

export const NOT_REVIEWED: Reviewed = { measures: [], improvements: {} };

/** Facts that are measures, with which. */
export const MEASURE_OF: Readonly<Record<MeasureEvent['type'], DailyMeasure>> = {
  VerificationOpened: 'VERIFICATION', AdmonitoryTalkHeld: 'ADMONITORY_TALK', ReminderLetterIssued: 'REMINDER_LETTER', QualityBulletinIssued: 'QUALITY_BULLETIN',
};
const UNANSWERED: Improvement = { statements: 0, confirmed: false, refused: false };

/** What the fact changes, the stage included. */
export function reviewedBy({ measures, improvements }: Reviewed, { type, data, meta }: Recorded<ReviewEvent>): Partial<Reviewed & { readonly stage: DailyStage }> {
  switch (type) {
    case 'RecordReviewed':
      return { stage: 'REVIEWED', reviewedOn: legalDateOf(meta.occurredAt) };
    case 'NoMeasureDecided':
    case 'DailySupervisionClosed':
      return { stage: 'CLOSED' };
    case 'ImprovementReported':
      return { improvements: { ...improvements, [data.measure]: { ...UNANSWERED, statements: data.version } } };
    case 'ImprovementReminded':
      return { improvements: { ...improvements, [data.measure]: { ...(improvements[data.measure] ?? UNANSWERED), reminder: data.answerDue } } };
    case 'ImprovementRefused':
      return { improvements: { ...improvements, [data.measure]: { ...(improvements[data.measure] ?? UNANSWERED), refused: true } } };
    case 'ImprovementConfirmed':
      return { improvements: { ...improvements, [data.measure]: { ...(improvements[data.measure] ?? UNANSWERED), confirmed: true } } };
    default: {
      const measure = MEASURE_OF[type];
      const asks = measure === 'ADMONITORY_TALK' || measure === 'REMINDER_LETTER';
      return { stage: 'MEASURES_OPEN', measures: [...measures, measure], ...(asks ? { improvements: { ...improvements, [measure]: UNANSWERED } } : {}) };
    }
  }
}

const OF_REVIEW: Readonly<Record<ReviewEvent['type'], true>> = {
  RecordReviewed: true, NoMeasureDecided: true, VerificationOpened: true, AdmonitoryTalkHeld: true, ReminderLetterIssued: true,
  QualityBulletinIssued: true, ImprovementReported: true, ImprovementReminded: true, ImprovementRefused: true, ImprovementConfirmed: true, DailySupervisionClosed: true,
};
export const isReviewFact = <E extends Fact>(event: Recorded<E | ReviewEvent>): event is Recorded<ReviewEvent> => Object.hasOwn(OF_REVIEW, event.type);
