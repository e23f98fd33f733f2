import { isLegalDate, weekday } from '#libs/regulation/legal-date';
import type { CalendarYear } from '#libs/regulation/work-calendar';

const isWeekend = (date: string): boolean => [0, 6].includes(weekday(date));

/** What is wrong with a list of days, in Chinese. */
function listProblems(year: number, days: readonly string[]): string[] {
  const bad = days.filter((day) => !isLegalDate(day) || !day.startsWith(`${year}-`));
  const repeated = days.filter((day, index) => days.indexOf(day) !== index);
  return [...bad.map((day) => `${day}不是${year}年的日期`), ...repeated.map((day) => `${day}重复`)];
}

/** Why a year's notice cannot be published as it was entered; empty when it can. */
export function calendarYearProblems({ year, version, off, work }: CalendarYear): readonly string[] {
  const problems = [...listProblems(year, off), ...listProblems(year, work)];
  if (!Number.isInteger(version) || version < 1) problems.push('版本号应为正整数');
  if (off.length === 0) problems.push('没有放假日期');
  if (problems.length > 0) return problems;
  return work.flatMap((day) => {
    if (off.includes(day)) return [`${day}既放假又上班`];
    return isWeekend(day) ? [] : [`${day}不是周末,不需要调休上班`];
  });
}
