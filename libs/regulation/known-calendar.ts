import type { Lookup } from '#libs/event-sourcing/decider';
import type { Instant } from '#libs/event-sourcing/event';
import { CALENDAR_STREAM, type CalendarEvent } from '#libs/regulation/calendar.events';
import { emptyCalendar, evolveCalendar } from '#libs/regulation/calendar.evolve';
import { type Deadline, dueAfterCalendarDays, dueAfterWorkingDays } from '#libs/regulation/deadline';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';
import type { WorkCalendar } from '#libs/regulation/work-calendar';

/** What a decision that sets or checks a deadline knows. */
export interface KnowsCalendar {
  readonly calendar: WorkCalendar;
}

/** The `gather` of a command that sets or checks a deadline. */
export const gatherCalendar = async (_command: unknown, _state: unknown, lookup: Lookup): Promise<KnowsCalendar> => ({
  calendar: await lookup.fold<WorkCalendar, CalendarEvent>(CALENDAR_STREAM, emptyCalendar, evolveCalendar),
});

type WorkingDays =
  | 'selfReport.workingDays'
  | 'preliminary.deliveryWorkingDays'
  | 'defence.workingDays'
  | 'inquiry.answerWorkingDays'
  | 'rectification.reminderWorkingDays'
  | 'verification.workingDays'
  | 'scoreSheet.workingDays'
  | 'record.workingDays'
  | 'sanction.statementWorkingDays'
  | 'sanction.hearingRequestWorkingDays'
  | 'sanction.correctionReminderWorkingDays'
  | 'sanction.correctionDecisionWorkingDays';
type CalendarDays =
  | 'opinion.calendarDays'
  | 'rectification.calendarDays'
  | 'sanction.correctionCalendarDays'
  | 'complaint.receiptCalendarDays'
  | 'complaint.closingCalendarDays';

/** The parameter's working days after the day of the instant, or so many as are given. */
export function workingDaysAfter({ calendar }: KnowsCalendar, at: Instant, name: WorkingDays, given?: number): Deadline {
  const day = legalDateOf(at);
  return dueAfterWorkingDays(calendar, day, given ?? parameter(name, day));
}

/** The parameter's calendar days after the day of the instant. */
export function calendarDaysAfter({ calendar }: KnowsCalendar, at: Instant, name: CalendarDays): Deadline {
  const day = legalDateOf(at);
  return dueAfterCalendarDays(calendar, day, parameter(name, day));
}
