import type { Instant, LegalDate } from '#libs/event-sourcing/event';
import { addDays, chineseDate, endOfDay } from '#libs/regulation/legal-date';
import { calendarVersionOf, isWorkingDay, type WorkCalendar } from '#libs/regulation/work-calendar';

/** A day of the law with how it was found: plain data, stored in the fact that starts the period. */
export interface Deadline {
  /** `WD` working days, `CD` calendar days. */
  readonly kind: 'WD' | 'CD';
  /** The day of the event that starts the period; itself not counted. */
  readonly start: LegalDate;
  readonly days: number;
  /** The last day. */
  readonly date: LegalDate;
  /** 24:00 of the last day in Asia/Shanghai: the first instant that is too late. */
  readonly dueAt: Instant;
  /** True where the answer rests on a year whose notice is not published. */
  readonly provisional: boolean;
  /** The working days counted; empty for calendar days and for more than 60 working days. */
  readonly counted: readonly LegalDate[];
  /** Days passed over, with the reason in Chinese. */
  readonly skipped: readonly { readonly date: LegalDate; readonly reason: string }[];
  readonly basis: string;
  /** `2026v1` for each year asked; version 0 is a year not published. */
  readonly calendarVersions: readonly string[];
  /** One Chinese sentence for the person who is bound by it. */
  readonly explanation: string;
}

/** The first day is not counted, a last day that is no working day moves on, the day ends at 24:00. */
export const COUNTING_BASIS = '民法典第二百零一条、第二百零三条';

const MOST_COUNTED_DAYS = 60;
/** No period of the Measures is longer; a larger number is a mistake, not a deadline. */
const LONGEST = 3660;

interface Walk {
  readonly date: LegalDate;
  readonly counted: readonly LegalDate[];
  readonly skipped: readonly { readonly date: LegalDate; readonly reason: string }[];
  readonly provisional: boolean;
  readonly versions: ReadonlySet<string>;
}

/** From `first` on, day by day, until so many working days are counted. */
function walk(calendar: WorkCalendar, first: LegalDate, workingDays: number): Walk {
  const counted: LegalDate[] = [];
  const skipped: { date: LegalDate; reason: string }[] = [];
  const versions = new Set<string>();
  let provisional = false;
  let date = first;
  for (; ; date = addDays(date, 1)) {
    const status = isWorkingDay(calendar, date);
    provisional ||= status.provisional;
    versions.add(calendarVersionOf(calendar, date));
    if (status.working) counted.push(date);
    else skipped.push({ date, reason: status.reason });
    if (counted.length === workingDays) return { date, counted, skipped, provisional, versions };
  }
}

function checkDays(days: number): void {
  if (!Number.isInteger(days) || days < 1 || days > LONGEST) throw new RangeError(`not a number of days: ${days}`);
}

const provisionalNote = (found: { readonly provisional: boolean; readonly versions: Iterable<string> }): string => {
  const years = [...found.versions].filter((version) => version.endsWith('v0')).map((version) => version.slice(0, 4));
  return found.provisional ? `${years.join('、')}年放假安排尚未公布,该日期为暂定。` : '';
};

function deadline(kind: 'WD' | 'CD', start: LegalDate, days: number, found: Walk, how: string): Deadline {
  const unit = kind === 'WD' ? '个工作日' : '日';
  const last = `${chineseDate(found.date)}24时`;
  return {
    kind,
    start,
    days,
    date: found.date,
    dueAt: endOfDay(found.date),
    provisional: found.provisional,
    counted: kind === 'WD' && days <= MOST_COUNTED_DAYS ? found.counted : [],
    skipped: found.skipped,
    basis: COUNTING_BASIS,
    calendarVersions: [...found.versions],
    explanation: `${chineseDate(start)}当日不计,自次日起算${days}${unit},至${last}届满${how}。${provisionalNote(found)}`,
  };
}

/** The end of the given number of working days after the day `start`. Throws RangeError for other than 1, 2, 3 … days. */
export function dueAfterWorkingDays(calendar: WorkCalendar, start: LegalDate, days: number): Deadline {
  checkDays(days);
  const found = walk(calendar, addDays(start, 1), days);
  const how = found.skipped.length === 0 ? '' : `,其间休息日${found.skipped.length}天不计`;
  return deadline('WD', start, days, found, how);
}

/**
 * The end of the given number of calendar days after the day `start`. 法定休假日 of 民法典 203 is read as every day that
 * is no working day, weekends among them; a last day that is worked by 调休 stays the last day.
 */
export function dueAfterCalendarDays(calendar: WorkCalendar, start: LegalDate, days: number): Deadline {
  checkDays(days);
  const found = walk(calendar, addDays(start, days), 1);
  const how = found.skipped.length === 0 ? '' : ',最后一日为休息日,顺延至其后第一个工作日';
  return deadline('CD', start, days, found, how);
}

/** A day before another by which something should be done: plain data, stored in the fact that fixes the later day. */
export interface LeadTime {
  /** The day of what is prepared for; itself not counted. */
  readonly before: LegalDate;
  readonly days: number;
  /** The last day that keeps the distance: so many working days lie from it to `before`. */
  readonly date: LegalDate;
  /** True where the answer rests on a year whose notice is not published. */
  readonly provisional: boolean;
  readonly calendarVersions: readonly string[];
}

/** The working day that lies the given number of working days before the day. Throws RangeError for other than 1, 2, 3 … days. */
export function workingDaysBefore(calendar: WorkCalendar, before: LegalDate, days: number): LeadTime {
  checkDays(days);
  const versions = new Set<string>();
  let provisional = false;
  let date = before;
  for (let counted = 0; counted < days;) {
    date = addDays(date, -1);
    const status = isWorkingDay(calendar, date);
    provisional ||= status.provisional;
    versions.add(calendarVersionOf(calendar, date));
    if (status.working) counted += 1;
  }
  return { before, days, date, provisional, calendarVersions: [...versions] };
}

/** One Chinese sentence for the body that prepares: what is to be done before the day, and by when that keeps the distance. */
export const explainLead = ({ before, days, date, provisional, calendarVersions }: LeadTime, what: string, act: string): string =>
  `${chineseDate(before)}${what}当日不计,向前推算${days}个工作日,应当在${chineseDate(date)}24时前${act}。${provisionalNote({ provisional, versions: calendarVersions })}`;

/** Whether what happened at the instant came after the last moment of the deadline. */
export const isLate = (due: Pick<Deadline, 'dueAt'>, at: Instant): boolean => at >= due.dueAt;

/** Whether a year that the deadline was counted in has been published or corrected since. */
export const isOutdated = ({ calendarVersions }: Pick<Deadline, 'calendarVersions'>, calendar: WorkCalendar): boolean =>
  calendarVersions.some((counted) => {
    const [year = '', version] = counted.split('v');
    return (calendar[year]?.version ?? 0) > Number(version);
  });

/** The same period counted in another calendar. */
export const countedIn = (calendar: WorkCalendar, { kind, start, days }: Deadline): Deadline =>
  (kind === 'WD' ? dueAfterWorkingDays : dueAfterCalendarDays)(calendar, start, days);

/** Whether counting anew gave the same day, as sure as before. */
export const isSameDay = (before: Pick<Deadline, 'date' | 'provisional'>, after: Pick<Deadline, 'date' | 'provisional'>): boolean =>
  after.date === before.date && after.provisional === before.provisional;

/** The period in a calendar that has changed since; undefined where that changes nothing, where it is over, or where it would end in the past: those do not move. */
export function movedIn(calendar: WorkCalendar, before: Deadline, now: Instant): Deadline | undefined {
  const after = countedIn(calendar, before);
  return !isOutdated(before, calendar) || isSameDay(before, after) || isLate(before, now) || isLate(after, now) ? undefined : after;
}
