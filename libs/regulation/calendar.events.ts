import type { Fact } from '#libs/event-sourcing/event';
import type { CalendarYear } from '#libs/regulation/work-calendar';

/** 工作日历公布: one year's notice, or its amendment under a higher version. Later years stay as they are. */
export type WorkCalendarPublished = Fact<'WorkCalendarPublished', CalendarYear>;

export type CalendarEvent = WorkCalendarPublished;

/** The province has one working calendar, and one stream of it. */
export const CALENDAR_ID = 'FJ';
export const CALENDAR_STREAM = `calendar-${CALENDAR_ID}`;

export const calendarBasis: Readonly<Record<CalendarEvent['type'], readonly string[]>> = {
  WorkCalendarPublished: ['R3.7-1'],
};
