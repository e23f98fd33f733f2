import { readdirSync, readFileSync } from 'node:fs';

import { CALENDAR_STREAM } from '#libs/regulation/calendar.events';
import { emptyCalendar, evolveCalendar } from '#libs/regulation/calendar.evolve';
import { calendarYearProblems } from '#libs/regulation/calendar-year';
import { addDays, weekday } from '#libs/regulation/legal-date';
import { CALENDAR_FJ_2021_2026 as calendar, publishedCalendars } from '#libs/regulation/published-calendars';
import { calendarVersionOf, isWorkingDay } from '#libs/regulation/work-calendar';

const year = (of: number) => calendar[of] ?? { year: of, version: 0, documentNo: null, off: [], work: [] };
const days = (from: string, to: string): string[] => (from > to ? [] : [from, ...days(addDays(from, 1), to)]);
const ranges = (of: number, text: string): string[] => text.split(' ').flatMap((range) => {
  const [from = '', to = from] = range.split('–').map((day) => `${of}-${day}`);
  return days(from, to);
});

interface OracleYear {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

/** chinese-days by its data: its functions mix local time and UTC, and answer wrongly west of Greenwich. */
function oracle(day: string): boolean {
  const file = `../../node_modules/chinese-days/dist/years/${day.slice(0, 4)}.json`;
  const { holidays, workdays } = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as OracleYear;
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  return day in workdays || !(weekend || day in holidays);
}

describe('the published calendars', () => {
  it.each([
    [2021, 31, '02-07 02-20 04-25 05-08 09-18 09-26 10-09', '国办发明电〔2020〕27号'],
    [2022, 31, '01-29 01-30 04-02 04-24 05-07 10-08 10-09', '国办发明电〔2021〕11号'],
    [2023, 26, '01-28 01-29 04-23 05-06 06-25 10-07 10-08', '国办发明电〔2022〕16号'],
    [2024, 28, '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12', '国办发明电〔2023〕7号'],
    [2025, 28, '01-26 02-08 04-27 09-28 10-11', '国办发明电〔2024〕12号'],
    [2026, 33, '01-04 02-14 02-28 05-09 09-20 10-10', '国办发明电〔2025〕7号'],
  ])('of %i give %i days off and the weekend days that are worked', (of, off, work, documentNo) => {
    expect(year(of).off).toHaveLength(off);
    expect(year(of).work).toEqual(ranges(of, work));
    expect(year(of)).toMatchObject({ documentNo, version: 1 });
    expect(calendarYearProblems(year(of))).toEqual([]);
  });

  it('of 2026 name the days off of the notice', () => {
    const notice = '01-01–01-03 02-15–02-23 04-04–04-06 05-01–05-05 06-19–06-21 09-25–09-27 10-01–10-07';
    expect(year(2026).off).toEqual(ranges(2026, notice));
  });

  it('agree with an independent source on every single day of 2021 to 2026', () => {
    const all = [2021, 2022, 2023, 2024, 2025, 2026].flatMap((of) => days(`${of}-01-01`, `${of}-12-31`));
    expect(all).toHaveLength(2191);
    expect(all.filter((day) => isWorkingDay(calendar, day).working !== oracle(day))).toEqual([]);
    expect(all.filter((day) => isWorkingDay(calendar, day).provisional)).toEqual([]);
  });

  it('seed the one stream of the calendar', () => {
    expect(CALENDAR_STREAM).toBe('calendar-FJ');
    expect(publishedCalendars.map(({ data }) => data.year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
  });
});

describe('a day', () => {
  it('is worked or not, with the reason', () => {
    expect(isWorkingDay(calendar, '2026-10-10')).toEqual({ working: true, provisional: false, reason: '星期六,调休上班' });
    expect(isWorkingDay(calendar, '2026-10-05')).toEqual({ working: false, provisional: false, reason: '放假调休' });
    expect(isWorkingDay(calendar, '2026-11-22')).toEqual({ working: false, provisional: false, reason: '星期日' });
    expect(isWorkingDay(calendar, '2026-11-24')).toEqual({ working: true, provisional: false, reason: '星期二' });
  });

  it('of 2027 is provisional: weekends and statutory days only', () => {
    const statutory = ranges(2027, '01-01 02-05–02-08 04-05 05-01–05-02 06-09 09-15 10-01–10-03');
    const idle = days('2027-01-01', '2027-12-31').filter((day) => !isWorkingDay(calendar, day).working);
    expect(statutory).toHaveLength(13);
    expect(idle).toEqual(days('2027-01-01', '2027-12-31').filter((day) => statutory.includes(day) || [0, 6].includes(weekday(day))));
    expect(isWorkingDay(calendar, '2027-06-09')).toEqual({
      working: false, provisional: true, reason: '法定节假日(2027年放假安排尚未公布,暂按周末和法定节假日推算)',
    });
    expect(isWorkingDay(calendar, '2027-06-10')).toMatchObject({ working: true, provisional: true });
  });

  it('of a year further on knows the statutory days with a fixed date', () => {
    expect(['2029-01-01', '2029-05-01', '2029-05-02', '2029-10-01'].filter((day) => isWorkingDay(calendar, day).working)).toEqual([]);
  });

  it('says which version of its year answered', () => {
    expect(calendarVersionOf(calendar, '2026-05-01')).toBe('2026v1');
    expect(calendarVersionOf(calendar, '2027-05-01')).toBe('2027v0');
  });
});

describe('publishing a year', () => {
  const amended = { ...year(2026), version: 2, documentNo: '国办发明电〔2026〕1号', off: [...year(2026).off, '2026-11-24'].sort() };

  it('ends the provisional answers, an amendment replaces them, and an older version changes nothing', () => {
    const before = evolveCalendar(emptyCalendar, { type: 'WorkCalendarPublished', data: year(2026) });
    const after = evolveCalendar(before, { type: 'WorkCalendarPublished', data: amended });
    expect(isWorkingDay(emptyCalendar, '2026-11-24').provisional).toBe(true);
    expect(isWorkingDay(before, '2026-11-24')).toMatchObject({ working: true, provisional: false });
    expect(isWorkingDay(after, '2026-11-24').working).toBe(false);
    expect(evolveCalendar(after, { type: 'WorkCalendarPublished', data: year(2026) })).toBe(after);
  });

  it.each([
    [{ off: ['2025-12-31'] }, '2025-12-31不是2026年的日期'],
    [{ off: ['2026-02-30'] }, '2026-02-30不是2026年的日期'],
    [{ off: ['2026-01-01', '2026-01-01'] }, '2026-01-01重复'],
    [{ off: [] }, '没有放假日期'],
    [{ version: 0 }, '版本号应为正整数'],
    [{ work: ['2026-01-03'] }, '2026-01-03既放假又上班'],
    [{ work: ['2026-11-24'] }, '2026-11-24不是周末,不需要调休上班'],
  ])('is not possible with %j', (change, problem) => {
    expect(calendarYearProblems({ ...year(2026), ...change })).toContain(problem);
  });
});

describe('the regulation', () => {
  it('uses no local time: nothing but UTC and the fixed offset of Shanghai', () => {
    const folder = new URL('.', import.meta.url);
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
    const local = /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)\(|toLocale|\bIntl\b|Date\.now|new Date\((\)|[^()]*,)/;
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((name) => local.test(readFileSync(new URL(name, folder), 'utf8')))).toEqual([]);
    expect(['new Date()', 'new Date(2026, 1, 1)', 'day.getDay()', 'Date.now()'].every((code) => local.test(code))).toBe(true);
  });
});
