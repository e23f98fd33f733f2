import type { Instant, LegalDate } from '#libs/event-sourcing/event';

const DAY_MS = 86_400_000;
/** Asia/Shanghai has been UTC+8 without summer time since the end of 1991; earlier instants are refused. */
const OFFSET_MS = 8 * 3_600_000;
const FIRST_FIXED_YEAR = 1992;

/** Days that were written or read before, by number and by name: the same few thousand come again and again. */
const NAMES = new Map<number, LegalDate>();
const NUMBERS = new Map<LegalDate, number>();
const MOST_KEPT = 40_000;

function kept<K, V>(known: Map<K, V>, key: K, value: V): V {
  if (known.size < MOST_KEPT) known.set(key, value);
  return value;
}

const dayNumber = (date: LegalDate): number => NUMBERS.get(date) ?? Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;
const fromDayNumber = (day: number): LegalDate => NAMES.get(day) ?? kept(NAMES, day, new Date(day * DAY_MS).toISOString().slice(0, 10));

/** A day that exists in the calendar, written `YYYY-MM-DD`, in the years in which Asia/Shanghai is fixed. */
export function isLegalDate(text: string): text is LegalDate {
  if (NUMBERS.has(text)) return true;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number(text.slice(0, 4)) < FIRST_FIXED_YEAR) return false;
  const day = dayNumber(text);
  if (!Number.isFinite(day) || fromDayNumber(day) !== text) return false;
  kept(NUMBERS, text, day);
  return true;
}

function checked(date: LegalDate): LegalDate {
  if (!isLegalDate(date)) throw new RangeError(`not a legal date: ${date}`);
  return date;
}

/** The day in Asia/Shanghai on which the instant falls. Throws RangeError before 1992. */
export function legalDateOf(instant: Instant): LegalDate {
  const ms = Date.parse(instant);
  if (!Number.isFinite(ms)) throw new RangeError(`not an instant: ${instant}`);
  return checked(fromDayNumber(Math.floor((ms + OFFSET_MS) / DAY_MS)));
}

/** 00:00 of the day in Asia/Shanghai. */
export const startOfDay = (date: LegalDate): Instant =>
  new Date(dayNumber(checked(date)) * DAY_MS - OFFSET_MS).toISOString();

/** 24:00 of the day in Asia/Shanghai: the first instant that is too late. 23:59:59.999 is still in time. */
export const endOfDay = (date: LegalDate): Instant => startOfDay(addDays(date, 1));

export const addDays = (date: LegalDate, days: number): LegalDate => checked(fromDayNumber(dayNumber(checked(date)) + days));

/** The same day so many years on; 29 February becomes 28 February where the year has none. */
export function addYears(date: LegalDate, years: number): LegalDate {
  const year = String(Number(checked(date).slice(0, 4)) + years);
  const same = `${year}${date.slice(4)}`;
  return isLegalDate(same) ? same : checked(`${year}-02-28`);
}

/** The same day so many months on; the last of the month where it has no such day. */
export function addMonths(date: LegalDate, months: number): LegalDate {
  const [year = 0, month = 0, day = 0] = checked(date).split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const first = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  const last = addDays(first, day - 1);
  return last.slice(0, 7) === first.slice(0, 7) ? last : addDays(last, -Number(last.slice(8)));
}

/** Calendar days from one day to the other; negative when `to` is earlier. */
export const daysBetween = (from: LegalDate, to: LegalDate): number => dayNumber(checked(to)) - dayNumber(checked(from));

/** 0 Sunday … 6 Saturday. 1970-01-01 was a Thursday. */
export const weekday = (date: LegalDate): number => (((dayNumber(checked(date)) + 4) % 7) + 7) % 7;

export const compare = (a: LegalDate, b: LegalDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);

/** How the last day of a term of years is read: the corresponding day (民法典 201, 202), or the day before it. */
export type TermReading = 'CORRESPONDING_DAY' | 'DAY_BEFORE';

/** Last valid day of a term, inclusive. Where the corresponding day does not exist, both readings end with the month. */
export function termEnd(start: LegalDate, reading: TermReading, years = 3): LegalDate {
  const last = addYears(start, years);
  const corresponds = last.slice(5) === start.slice(5);
  return reading === 'DAY_BEFORE' && corresponds ? addDays(last, -1) : last;
}

/** `2026年10月13日`: Arabic digits without leading zeros, as official documents write dates. */
export const chineseDate = (date: LegalDate): string => {
  const [year, month, day] = checked(date).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
