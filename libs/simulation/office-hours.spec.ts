import { legalDateOf } from '#libs/regulation/legal-date';
import { officeTime, timeOf, workingDay, workingSpell } from '#libs/simulation/office-hours';
import { randomFor } from '#libs/simulation/random';

describe('office hours', () => {
  it('know the holidays and the weekend days that are worked', () => {
    expect([workingDay('2026-09-30', 1), workingDay('2026-10-08', -1), workingDay('2026-10-01', 0), workingDay('2026-10-09', 1)]).toEqual(['2026-10-08', '2026-09-30', '2026-10-08', '2026-10-10']);
    expect(workingSpell('2026-10-01', 5)).toBe('2026-10-12');
  });

  it('are in Asia/Shanghai', () => {
    expect(timeOf('2026-03-02', '09:30')).toBe('2026-03-02T01:30:00.000Z');
    const random = randomFor('1', 'hours');
    const clock = Array.from({ length: 500 }, () => officeTime(random, '2026-03-02')).map((instant) => [legalDateOf(instant), instant.slice(11, 16)]);
    expect(clock.every(([day, time = '']) => day === '2026-03-02' && ((time >= '00:30' && time < '03:30') || (time >= '06:30' && time < '09:30')))).toBe(true);
  });
});
