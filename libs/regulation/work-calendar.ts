import type { LegalDate } from '#libs/event-sourcing/event';
import { weekday } from '#libs/regulation/legal-date';
import statutoryDays from '#libs/regulation/statutory-days.json' with { type: 'json' };

/** One year's notice of 国务院办公厅, as published. */
export interface CalendarYear {
  readonly year: number;
  /** 1 for the first notice of the year, higher for each amendment. */
  readonly version: number;
  /** 发文字号 of the notice. */
  readonly documentNo: string | null;
  /** Days off that the notice names, weekends among them. */
  readonly off: readonly LegalDate[];
  /** 调休上班: weekend days that are worked. */
  readonly work: readonly LegalDate[];
}

/** The published years, by year; the latest version of each. */
export type WorkCalendar = Readonly<Record<string, CalendarYear>>;

export interface DayStatus {
  readonly working: boolean;
  /** True where the year is not published: weekends and statutory days only, so 调休 may still change the answer. */
  readonly provisional: boolean;
  /** In Chinese, for the person who asks why. */
  readonly reason: string;
}

const WEEKDAY_NAMES = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;
const FIXED_STATUTORY = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

const yearOf = (date: LegalDate): string => date.slice(0, 4);

/** Statutory days that need no notice: computed ahead where the lunar calendar was, else those with a fixed date. */
function isStatutory(date: LegalDate): boolean {
  const known = (statutoryDays as Readonly<Record<string, readonly LegalDate[]>>)[yearOf(date)];
  return known === undefined ? FIXED_STATUTORY.includes(date.slice(5)) : known.includes(date);
}

function byWeek(date: LegalDate): Omit<DayStatus, 'provisional'> {
  const day = weekday(date);
  const name = WEEKDAY_NAMES[day] ?? '';
  return { working: day >= 1 && day <= 5, reason: name };
}

function published(year: CalendarYear, date: LegalDate): DayStatus {
  if (year.off.includes(date)) return { working: false, provisional: false, reason: '放假调休' };
  const week = byWeek(date);
  if (year.work.includes(date)) return { working: true, provisional: false, reason: `${week.reason},调休上班` };
  return { ...week, provisional: false };
}

/** Whether the day is a working day, as far as the calendar knows; a year without a notice answers provisionally. */
export function isWorkingDay(calendar: WorkCalendar, date: LegalDate): DayStatus {
  const year = calendar[yearOf(date)];
  if (year !== undefined) return published(year, date);
  const note = `${yearOf(date)}年放假安排尚未公布,暂按周末和法定节假日推算`;
  if (isStatutory(date)) return { working: false, provisional: true, reason: `法定节假日(${note})` };
  const week = byWeek(date);
  return { working: week.working, provisional: true, reason: `${week.reason}(${note})` };
}

/** `2026v1`: which notice answered for the day; version 0 is a year not published. */
export const calendarVersionOf = (calendar: WorkCalendar, date: LegalDate): string =>
  `${yearOf(date)}v${calendar[yearOf(date)]?.version ?? 0}`;
