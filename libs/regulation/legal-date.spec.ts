import fc from 'fast-check';

import {
  addDays, addMonths, addYears, chineseDate, compare, daysBetween, endOfDay, isLegalDate, legalDateOf, startOfDay, termEnd, weekday,
} from '#libs/regulation/legal-date';

const anyDate = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1992-01-01', days));

describe('a legal date', () => {
  it('exists in the calendar', () => {
    const real = ['1992-01-01', '2024-02-29', '2026-12-31'];
    const unreal = ['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-01', '26-01-01', '2026-01-01T00:00:00Z', '', '1991-12-31'];
    expect(real.filter((text) => !isLegalDate(text))).toEqual([]);
    expect(unreal.filter((text) => isLegalDate(text))).toEqual([]);
  });

  it('changes at midnight of Shanghai, 16:00 UTC', () => {
    expect(legalDateOf('2026-11-24T15:59:59.999Z')).toBe('2026-11-24');
    expect(legalDateOf('2026-11-24T16:00:00.000Z')).toBe('2026-11-25');
    expect(startOfDay('2026-11-25')).toBe('2026-11-24T16:00:00.000Z');
    expect(endOfDay('2026-11-24')).toBe('2026-11-24T16:00:00.000Z');
  });

  it('is refused where Shanghai still had summer time, and where it is no date', () => {
    expect(legalDateOf('1991-12-31T16:00:00.000Z')).toBe('1992-01-01');
    expect(() => legalDateOf('1991-12-31T15:59:59.999Z')).toThrow(RangeError);
    expect(() => legalDateOf('yesterday')).toThrow(RangeError);
    expect(() => startOfDay('2026-02-30')).toThrow(RangeError);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  });

  it('holds every instant from its start to before its end', () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: 0, max: 86_399_999 }), (date, ms) => {
      const instant = new Date(Date.parse(startOfDay(date)) + ms).toISOString();
      expect(legalDateOf(instant)).toBe(date);
      expect(instant < endOfDay(date)).toBe(true);
    }));
  });

  it('adds days that can be taken back, and weekdays go round', () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: 0, max: 4000 }), (date, days) => {
      const later = addDays(date, days);
      expect(addDays(later, -days)).toBe(date);
      expect(daysBetween(date, later)).toBe(days);
      expect(weekday(later)).toBe((weekday(date) + days) % 7);
      expect(compare(date, later)).toBe(days === 0 ? 0 : -1);
    }));
    expect(weekday('2026-11-24')).toBe(2);
  });

  it('adds years without inventing a 29 February', () => {
    expect(addYears('2024-02-29', 3)).toBe('2027-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(addYears('2021-09-01', -3)).toBe('2018-09-01');
  });

  it('adds months without leaving the month that is meant', () => {
    expect(['2026-01-05', '2026-01-31', '2027-12-31', '2028-02-29'].map((date) => addMonths(date, 1))).toEqual(['2026-02-05', '2026-02-28', '2028-01-31', '2028-03-29']);
    expect([addMonths('2026-08-31', 18), addMonths('2024-02-29', 12), addMonths('2026-03-02', 12)]).toEqual(['2028-02-29', '2025-02-28', '2027-03-02']);
  });

  it('is written without leading zeros in documents', () => {
    expect(chineseDate('2026-01-05')).toBe('2026年1月5日');
  });
});

describe('the end of a term of three years', () => {
  it.each([
    ['2021-09-01', '2024-09-01'],
    ['2024-02-29', '2027-02-28'],
    ['2021-08-31', '2024-08-31'],
    ['2026-11-24', '2029-11-24'],
  ])('from %s is %s, inclusive', (start, last) => {
    expect(termEnd(start, 'CORRESPONDING_DAY')).toBe(last);
  });

  it('is a day earlier in the other reading, unless the corresponding day does not exist', () => {
    expect(termEnd('2021-09-01', 'DAY_BEFORE')).toBe('2024-08-31');
    expect(termEnd('2024-02-29', 'DAY_BEFORE')).toBe('2027-02-28');
  });
});
