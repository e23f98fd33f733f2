import type { CalendarEvent } from '#libs/regulation/calendar.events';
import { emptyCalendar, evolveCalendar } from '#libs/regulation/calendar.evolve';
import type { CalendarYear, WorkCalendar } from '#libs/regulation/work-calendar';
import year2021 from '#libs/regulation/work-calendars/2021.json' with { type: 'json' };
import year2022 from '#libs/regulation/work-calendars/2022.json' with { type: 'json' };
import year2023 from '#libs/regulation/work-calendars/2023.json' with { type: 'json' };
import year2024 from '#libs/regulation/work-calendars/2024.json' with { type: 'json' };
import year2025 from '#libs/regulation/work-calendars/2025.json' with { type: 'json' };
import year2026 from '#libs/regulation/work-calendars/2026.json' with { type: 'json' };

const years: readonly CalendarYear[] = [year2021, year2022, year2023, year2024, year2025, year2026];

/** The notices known when the program was built, as the facts that seed the stream of the calendar. */
export const publishedCalendars: readonly CalendarEvent[] = years.map((data) => ({ type: 'WorkCalendarPublished', data }));

export const CALENDAR_FJ_2021_2026: WorkCalendar = publishedCalendars.reduce(evolveCalendar, emptyCalendar);
