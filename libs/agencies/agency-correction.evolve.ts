import type { CorrectionEvent } from '#libs/agencies/agency-correction.events';
import type { Deadline } from '#libs/regulation/deadline';

/** How far the agency has come with what it was ordered to correct. */
export interface Correction {
  readonly step: 'ORDERED' | 'SUBMITTED' | 'REFUSED' | 'ACCEPTED';
  readonly due: Deadline;
  readonly overdue: boolean;
  /** Until when the one reminder is to be answered. */
  readonly reminder?: Deadline | undefined;
  /** Number of reports. */
  readonly reports: number;
  /** While a report waits for the centre. */
  readonly decisionDue?: Deadline | undefined;
  readonly decisionOverdue: boolean;
}

const ordered = (due: Deadline, reports: number): Correction => ({ step: 'ORDERED', due, overdue: false, reports, decisionOverdue: false });

export function evolveCorrection(before: Correction | undefined, event: CorrectionEvent): Correction {
  if (event.type === 'CorrectionOrdered') return ordered(event.data.correctionDue, before?.reports ?? 0);
  if (before === undefined) throw new Error(`${event.type} before any order`);
  switch (event.type) {
    case 'CorrectionSubmitted':
      return { ...before, step: 'SUBMITTED', reports: event.data.version, decisionDue: event.data.decisionDue, decisionOverdue: false };
    case 'CorrectionOverdue':
      return { ...before, overdue: true };
    case 'CorrectionReminded':
      return { ...before, reminder: event.data.answerDue };
    case 'CorrectionRefused':
      return { ...before, step: 'REFUSED' };
    case 'CorrectionAccepted':
      return { ...before, step: 'ACCEPTED', decisionDue: undefined };
    case 'CorrectionReturned':
      return ordered(event.data.correctionDue, before.reports);
    case 'CorrectionDecisionOverdue':
      return { ...before, decisionOverdue: true };
  }
}
