import { FJ_2021 } from '#libs/regulation/parameter-list';
import { parameter, parameterDetail, type ParameterName, POLICIES, policyOn } from '#libs/regulation/parameters';
import { catalogueRule } from '#libs/regulation/rules-catalogue';

describe('parameters', () => {
  it('are those of the text where the text gives a number', () => {
    const fromText = Object.entries(FJ_2021).filter(([, { source }]) => source === 'text').map(([name, { value }]) => [name, value]);
    expect(fromText).toEqual([['term.years', 3], ['record.workingDays', 5], ['group.size', 3]]);
  });

  it('fill the gaps of the text as chosen', () => {
    const day = '2026-11-24';
    expect(parameter('defence.workingDays', day)).toBe(10);
    expect(parameter('defence.minimumWorkingDays', day)).toBe(5);
    expect(parameter('term.lastDayReading', day)).toBe('CORRESPONDING_DAY');
    expect(parameter('term.renewalRequiresTraining', day)).toBe(true);
    expect(parameterDetail('rectification.calendarDays', day)).toEqual({
      name: 'rectification.calendarDays', value: 30, unit: 'CD', basis: 'D-08', source: 'parameter', policy: 'FJ-2021', validFrom: '2021-08-03',
    });
  });

  it('rest on a rule, a deadline or a reading', () => {
    const bases = Object.values(FJ_2021).map(({ basis }) => basis);
    expect(bases.filter((basis) => !/^(D-\d{2}|A-\d+)$/.test(basis) && catalogueRule(basis) === undefined)).toEqual([]);
  });

  it('say their unit in their name where they are days', () => {
    for (const [name, { unit }] of Object.entries(FJ_2021)) {
      expect([name, unit === 'WD']).toEqual([name, /orkingDays$/.test(name)]);
      expect([name, unit === 'year']).toEqual([name, /[yY]ears$/.test(name)]);
      expect([name, unit === 'month']).toEqual([name, /Months$/.test(name)]);
    }
  });

  it('do not judge what happened before the Measures were issued (R5.2-1)', () => {
    expect(policyOn('2021-08-03').version).toBe('FJ-2021');
    expect(() => policyOn('2021-08-02')).toThrow('no policy is in force on 2021-08-02');
  });

  it('change with a later policy, from its first day and not before', () => {
    const name: ParameterName = 'defence.workingDays';
    const parameters = { ...FJ_2021, [name]: { ...FJ_2021[name], value: 15 } };
    const policies = [...POLICIES, { version: 'FJ-2027', validFrom: '2027-01-01', validUntil: '2027-12-31', parameters }];
    expect(parameter(name, '2026-12-31', policies)).toBe(10);
    expect(parameter(name, '2027-01-01', policies)).toBe(15);
    expect(parameter(name, '2028-01-01', policies)).toBe(10);
  });
});
