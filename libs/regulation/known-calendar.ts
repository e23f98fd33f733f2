import type { Lookup } from '#libs/event-sourcing/decider';
import { CALENDAR_STREAM, type CalendarEvent } from '#libs/regulation/calendar.events';
import { emptyCalendar, evolveCalendar } from '#libs/regulation/calendar.evolve';
import type { WorkCalendar } from '#libs/regulation/work-calendar';

/** What a decision that sets or checks a deadline knows. */
export interface KnowsCalendar {
  readonly calendar: WorkCalendar;
}

/** The `gather` of a command that sets or checks a deadline. */
export const gatherCalendar = async (_command: unknown, _state: unknown, lookup: Lookup): Promise<KnowsCalendar> => ({
  calendar: await lookup.fold<WorkCalendar, CalendarEvent>(CALENDAR_STREAM, emptyCalendar, evolveCalendar),
});
