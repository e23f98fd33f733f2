import fc from 'fast-check';

import { dueAfterCalendarDays, dueAfterWorkingDays, explainLead, isLate, workingDaysBefore } from '#libs/regulation/deadline';
import { addDays, legalDateOf } from '#libs/regulation/legal-date';
import { CALENDAR_FJ_2021_2026 as calendar } from '#libs/regulation/published-calendars';
import { isWorkingDay } from '#libs/regulation/work-calendar';

const anyStart = fc.integer({ min: 0, max: 2700 }).map((days) => addDays('2020-12-01', days));
const anyDays = fc.integer({ min: 1, max: 90 });
const isPublished = (date: string): boolean => calendar[date.slice(0, 4)] !== undefined;

describe('five working days', () => {
  it.each([
    ['2021-08-03', '2021-08-10'],
    ['2021-09-30', '2021-10-13'],
    ['2023-09-28', '2023-10-11'],
    ['2025-01-27', '2025-02-10'],
    ['2026-01-01', '2026-01-08'],
    ['2026-02-13', '2026-02-27'],
    ['2026-09-30', '2026-10-13'],
    ['2026-12-24', '2026-12-31'],
  ])('after %s end on %s', (start, due) => {
    expect(dueAfterWorkingDays(calendar, start, 5)).toMatchObject({ date: due, provisional: false });
  });

  it('are provisional when they reach a year without a notice, and never fall on its statutory days', () => {
    const due = dueAfterWorkingDays(calendar, '2026-12-25', 5);
    expect(due).toMatchObject({ date: '2027-01-04', provisional: true, calendarVersions: ['2026v1', '2027v0'] });
    expect(due.explanation).toContain('2027年放假安排尚未公布,该日期为暂定');
  });

  it('are told with every day counted and passed over', () => {
    expect(dueAfterWorkingDays(calendar, '2026-09-30', 5)).toEqual({
      kind: 'WD',
      start: '2026-09-30',
      days: 5,
      date: '2026-10-13',
      dueAt: '2026-10-13T16:00:00.000Z',
      provisional: false,
      counted: ['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12', '2026-10-13'],
      skipped: [
        ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({ date: `2026-10-0${day}`, reason: '放假调休' })),
        { date: '2026-10-11', reason: '星期日' },
      ],
      basis: '民法典第二百零一条、第二百零三条',
      calendarVersions: ['2026v1'],
      explanation: '2026年9月30日当日不计,自次日起算5个工作日,至2026年10月13日24时届满,其间休息日8天不计。',
    });
  });
});

describe('calendar days', () => {
  it('end on the last day when it is worked, by 调休 too', () => {
    expect(dueAfterCalendarDays(calendar, '2026-10-09', 1)).toMatchObject({ date: '2026-10-10', skipped: [], counted: [] });
  });

  it('move on to the next working day from a weekend and from a holiday', () => {
    expect(dueAfterCalendarDays(calendar, '2026-11-20', 1)).toMatchObject({ date: '2026-11-23', provisional: false });
    const due = dueAfterCalendarDays(calendar, '2026-09-01', 30);
    expect(due).toMatchObject({ date: '2026-10-08', dueAt: '2026-10-08T16:00:00.000Z' });
    expect(due.explanation).toContain('顺延');
  });

  it('rest only on the days from the last one on: an unpublished year in between does not matter', () => {
    expect(dueAfterCalendarDays({ 2028: { year: 2028, version: 1, documentNo: null, off: [], work: [] } }, '2026-12-01', 400).provisional).toBe(false);
    expect(dueAfterCalendarDays(calendar, '2026-12-01', 40).provisional).toBe(true);
  });
});

describe.each([['working', dueAfterWorkingDays], ['calendar', dueAfterCalendarDays]] as const)('a deadline in %s days', (_kind, due) => {
  it('never comes earlier for a later start', () => {
    fc.assert(fc.property(anyStart, anyDays, fc.integer({ min: 1, max: 20 }), (start, days, later) => {
      expect(due(calendar, addDays(start, later), days).date >= due(calendar, start, days).date).toBe(true);
    }));
  });

  it('ends on a working day, after the start, at its 24:00', () => {
    fc.assert(fc.property(anyStart, anyDays, (start, days) => {
      const found = due(calendar, start, days);
      expect(isWorkingDay(calendar, found.date).working).toBe(true);
      expect(found.date >= addDays(start, days)).toBe(true);
      expect(legalDateOf(found.dueAt)).toBe(addDays(found.date, 1));
    }));
  });

  it('is provisional exactly when a day it rests on lies in a year without a notice', () => {
    fc.assert(fc.property(anyStart, anyDays, (start, days) => {
      const found = due(calendar, start, days);
      const first = found.kind === 'WD' ? addDays(start, 1) : addDays(start, days);
      const rests = [first, found.date];
      expect(found.provisional).toBe(!rests.every(isPublished));
      expect(found.calendarVersions.some((version) => version.endsWith('v0'))).toBe(found.provisional);
    }));
  });

  it('survives storage as JSON, and refuses what is no number of days', () => {
    const found = due(calendar, '2026-11-24', 10);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    for (const days of [0, -1, 1.5, Number.NaN, 10_000]) expect(() => due(calendar, '2026-11-24', days)).toThrow(RangeError);
  });
});

describe('working days one by one', () => {
  it('are the days that follow the start and are worked', () => {
    fc.assert(fc.property(anyStart, fc.integer({ min: 1, max: 60 }), (start, days) => {
      const { counted, skipped, date } = dueAfterWorkingDays(calendar, start, days);
      const all = [...counted, ...skipped.map((day) => day.date)].sort();
      expect(counted).toHaveLength(days);
      expect(all).toEqual(all.map((_day, index) => addDays(start, index + 1)));
      expect(all.at(-1)).toBe(date);
    }));
  });

  it('are not listed beyond sixty', () => {
    expect(dueAfterWorkingDays(calendar, '2025-01-02', 61).counted).toEqual([]);
  });
});

describe('working days before a day', () => {
  it('lead back from it: counted forward from there, they end on the last working day up to it', () => {
    expect(workingDaysBefore(calendar, '2026-10-12', 5)).toEqual({ before: '2026-10-12', days: 5, date: '2026-09-29', provisional: false, calendarVersions: ['2026v1'] });
    expect(dueAfterWorkingDays(calendar, '2026-09-29', 5).date).toBe('2026-10-12');
    expect(workingDaysBefore(calendar, '2027-01-04', 1)).toMatchObject({ date: '2026-12-31', provisional: true });
    expect(() => workingDaysBefore(calendar, '2026-10-12', 0)).toThrow(RangeError);
  });

  it('explain themselves, and that they are provisional', () => {
    const told = (day: string) => explainLead(workingDaysBefore(calendar, day, 5), '开班', '报备');
    expect(told('2026-10-12')).toBe('2026年10月12日开班当日不计,向前推算5个工作日,应当在2026年9月29日24时前报备。');
    expect(told('2027-01-06')).toBe('2027年1月6日开班当日不计,向前推算5个工作日,应当在2026年12月29日24时前报备。2027年放假安排尚未公布,该日期为暂定。');
  });
});

describe('an act', () => {
  it('is in time until the last millisecond of the day', () => {
    const due = dueAfterWorkingDays(calendar, '2026-11-24', 5);
    expect(due.date).toBe('2026-12-01');
    expect(isLate(due, '2026-12-01T15:59:59.999Z')).toBe(false);
    expect(isLate(due, '2026-12-01T16:00:00.000Z')).toBe(true);
  });
});
