import { type Answer, Usage } from '#apps/cli/src/output';
import { dueAfterWorkingDays } from '#libs/regulation/deadline';
import { isLegalDate, termEnd } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';

const MAX_DAYS = 1000;

const checkedDate = (text: string | undefined): string => {
  if (text === undefined || !isLegalDate(text)) throw new Usage(`not a date (YYYY-MM-DD): ${text ?? ''}`);
  return text;
};

/** The date, then its reason: `calendar due DATE DAYS`. */
export function due([date, days]: readonly string[]): Answer {
  const start = checkedDate(date);
  if (days === undefined || !/^\d{1,4}$/.test(days) || Number(days) < 1 || Number(days) > MAX_DAYS) throw new Usage(`not a number of days from 1 to ${MAX_DAYS}: ${days ?? ''}`);
  const deadline = dueAfterWorkingDays(CALENDAR_FJ_2021_2026, start, Number(days));
  return { ok: true, lines: [`${deadline.date}${deadline.provisional ? ' (暂定)' : ''}`, deadline.explanation], json: deadline };
}

/** Last day of an appointment that starts on the date: `calendar term DATE`. */
export function term([date]: readonly string[]): Answer {
  const start = checkedDate(date);
  const years = parameter('term.years', start);
  const reading = parameter('term.lastDayReading', start);
  const lastDay = termEnd(start, reading, years);
  const reason = `聘期${years}年,自${start}起,最后一日为${lastDay}(含当日),届满自动解聘(第二章二)。`;
  return { ok: true, lines: [lastDay, reason], json: { start, lastDay, years, reading, reason } };
}
