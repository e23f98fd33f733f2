import type { TargetKind } from '#libs/draws/target-draw.events';
import type { LegalDate } from '#libs/event-sourcing/event';
import { addDays, addMonths, isLegalDate, weekday } from '#libs/regulation/legal-date';

export interface TargetPeriod {
  readonly from: LegalDate;
  readonly to: LegalDate;
}

const MONDAY = 1;
const DAYS_OF_A_WEEK = 7;

const week = (monday: string): TargetPeriod | undefined =>
  isLegalDate(monday) && weekday(monday) === MONDAY ? { from: monday, to: addDays(monday, DAYS_OF_A_WEEK - 1) } : undefined;

function month(name: string): TargetPeriod | undefined {
  const from = `${name}-01`;
  return isLegalDate(from) ? { from, to: addDays(addMonths(from, 1), -1) } : undefined;
}

/** First and last day of a week of sessions or a month of agencies; undefined for what is neither. */
export const periodOf = (of: TargetKind, period: string): TargetPeriod | undefined => (of === 'SESSIONS' ? week(period) : month(period));
