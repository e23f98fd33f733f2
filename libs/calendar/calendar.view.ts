import type { Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { CALENDAR_ID, type CalendarEvent } from '#libs/regulation/calendar.events';
import { evolveCalendar } from '#libs/regulation/calendar.evolve';
import type { CalendarYear, WorkCalendar } from '#libs/regulation/work-calendar';

/** 工作日历: the published years, oldest first, each in its latest version. */
export interface CalendarYears {
  readonly years: readonly CalendarYear[];
}

export const calendarOf = ({ years }: CalendarYears): WorkCalendar => Object.fromEntries(years.map((year) => [year.year, year]));

export const workCalendar: View<CalendarYears> = {
  name: 'work-calendar',
  version: 1,
  categories: ['calendar'],
  indexes: [],
  keys: () => [CALENDAR_ID],
  apply: (held, stored) => {
    const event = stored as unknown as Recorded<CalendarEvent>;
    return { years: Object.values(evolveCalendar(calendarOf(held ?? { years: [] }), event)) };
  },
};
