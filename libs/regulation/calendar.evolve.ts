import type { CalendarEvent } from '#libs/regulation/calendar.events';
import type { WorkCalendar } from '#libs/regulation/work-calendar';

export const emptyCalendar: WorkCalendar = {};

/** The latest version of a year counts, in whatever order the versions were written down. */
export function evolveCalendar(calendar: WorkCalendar, event: CalendarEvent): WorkCalendar {
  switch (event.type) {
    case 'WorkCalendarPublished': {
      const { year, version, documentNo, off, work } = event.data;
      const held = calendar[year];
      if (held !== undefined && held.version >= version) return calendar;
      return { ...calendar, [year]: { year, version, documentNo, off, work } };
    }
  }
}
