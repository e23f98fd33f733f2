import type { Instant, LegalDate } from '#libs/event-sourcing/event';
import { addDays, startOfDay } from '#libs/regulation/legal-date';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import { isWorkingDay } from '#libs/regulation/work-calendar';
import type { Random } from '#libs/simulation/random';

const MINUTE_MS = 60_000;
/** Quarters of an hour, in minutes of the day: 08:30 to 11:15 and 14:30 to 17:15. What falls into one shares a durable write. */
const SLOTS = [8.5, 14.5].flatMap((hour) => Array.from({ length: 12 }, (_none, index) => hour * 60 + index * 15));

const works = (date: LegalDate): boolean => isWorkingDay(CALENDAR_FJ_2021_2026, date).working;

/** The n-th working day after the date, or before it where n is negative; with 0 the date itself, else the next working day. */
export function workingDay(date: LegalDate, n: number): LegalDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  if (n === 0) while (!works(day)) day = addDays(day, 1);
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step);
    if (works(day)) left -= 1;
  }
  return day;
}

/** The first day from the date on that starts so many working days in a row. */
export function workingSpell(date: LegalDate, days: number): LegalDate {
  let day = date;
  while (!Array.from({ length: days }, (_none, index) => addDays(day, index)).every(works)) day = addDays(day, 1);
  return day;
}

/** `09:30` of the day in Asia/Shanghai. */
export function timeOf(date: LegalDate, clock: `${number}:${number}`): Instant {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return new Date(Date.parse(startOfDay(date)) + (hours * 60 + minutes) * MINUTE_MS).toISOString();
}

/** Some moment of the day while the office is open. */
export const officeTime = (random: Random, date: LegalDate): Instant =>
  new Date(Date.parse(startOfDay(date)) + random.pick(SLOTS) * MINUTE_MS).toISOString();

export const minutesLater = (instant: Instant, minutes: number): Instant => new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString();
