import type { Feed } from '#libs/event-sourcing/feed';
import type { CalendarEvent } from '#libs/regulation/calendar.events';

export const calendarFeed: Feed<CalendarEvent> = {
  WorkCalendarPublished: { year: true, version: true, documentNo: true, off: true, work: true },
};
