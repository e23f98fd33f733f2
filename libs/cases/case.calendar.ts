import type { Instant } from '#libs/event-sourcing/event';
import { type Deadline, dueAfterCalendarDays, dueAfterWorkingDays } from '#libs/regulation/deadline';
import type { KnowsCalendar } from '#libs/regulation/known-calendar';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

type WorkingDays =
  | 'selfReport.workingDays'
  | 'preliminary.deliveryWorkingDays'
  | 'defence.workingDays'
  | 'rectification.reminderWorkingDays'
  | 'verification.workingDays';
type CalendarDays = 'opinion.calendarDays' | 'rectification.calendarDays';

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
