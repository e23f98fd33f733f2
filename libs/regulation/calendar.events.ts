import type { Fact } from '#libs/event-sourcing/event';
import type { CalendarYear } from '#libs/regulation/work-calendar';

/** 工作日历公布: one year's notice, or its amendment under a higher version. Later years stay as they are. */
export type WorkCalendarPublished = Fact<'WorkCalendarPublished', CalendarYear>;

export type CalendarEvent = WorkCalendarPublished;

/** The one stream of the province's working calendar. */
export const CALENDAR_STREAM = 'calendar-FJ';

export const calendarBasis: Readonly<Record<CalendarEvent['type'], readonly string[]>> = {
  WorkCalendarPublished: ['R3.7-1'],
};
