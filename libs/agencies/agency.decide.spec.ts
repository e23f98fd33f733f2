import { accessRules } from '#libs/access/access.rules';
import { agencyDecider } from '#libs/agencies/agency.decide';
import { agencyRules } from '#libs/agencies/agency.rules';
import { agencyTimers } from '#libs/agencies/agency.timers';
import type { Fact } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';

const fuzhou = { person: 'p-fuzhou', role: 'MUNICIPAL_CENTER', organisation: '3501' };
const province = { person: 'p-province', role: 'PROVINCIAL_CENTER', organisation: 'FJ' };
const system = { person: 'system', role: 'SYSTEM', organisation: 'FJ' };
const school = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' } as const;

describe('registering an agency', () => {
  it('puts the agency into the area of its division', () => {
    given(agencyDecider).by(fuzhou).when('RegisterAgency', school).expectFacts([{ type: 'AgencyRegistered', data: { ...school, area: '3501' } }]);
  });

  it('gives 350128 to 平潭, not to 福州', () => {
    given(agencyDecider).by(fuzhou).when('RegisterAgency', { ...school, division: '350128' }).expectRefusal(accessRules.CenterActsInItsOwnArea);
  });

  it('leaves branches of central bodies to the province', () => {
    const branch = { ...school, isCentralBranch: true };
    given(agencyDecider).by(fuzhou).when('RegisterAgency', branch).expectRefusal(accessRules.CentralBranchesBelongToTheProvince);
    given(agencyDecider).by(province).when('RegisterAgency', branch).expectTypes(['AgencyRegistered']);
  });

  it('refuses a place outside Fujian and a day that does not exist, or has not come', () => {
    const onThe24th = given(agencyDecider).by(province).at('2026-11-24T02:00:00.000Z');
    onThe24th.when('RegisterAgency', { ...school, filedOn: '2026-11-24' }).expectTypes(['AgencyRegistered']);
    onThe24th.when('RegisterAgency', { ...school, filedOn: '2026-11-25' }).expectRefusal(agencyRules.FilingDayIsReal);
    given(agencyDecider).by(province).when('RegisterAgency', { ...school, division: '440100' }).expectRefusal(agencyRules.AgencyIsInFujian);
    given(agencyDecider).by(province).when('RegisterAgency', { ...school, filedOn: '2026-02-30' }).expectRefusal(agencyRules.FilingDayIsReal);
  });
});

describe('the duty to train', () => {
  const registered = [{ type: 'AgencyRegistered', data: { ...school, area: '3501' } }] as const;
  const reminding = (day: string, lastHeldOn = '', since = '2026-01-05') =>
    given(agencyDecider, registered).by(system).knowing({ lastHeldOn }).at(`${day}T02:00:00.000Z`).when('RemindOfTraining', { since });
  const reminder = { type: 'TrainingDueReminded', data: { since: '2026-01-05', dueOn: '2027-01-05', intervalMonths: 12 } } as const;

  it('is reminded of when the interval is over, unless the agency has trained since', () => {
    reminding('2027-01-06').expectFacts([reminder]);
    reminding('2027-01-05').expectFacts([]);
    reminding('2027-01-06', '2026-01-05').expectFacts([reminder]);
    reminding('2027-01-06', '2026-01-06').expectFacts([]);
    given(agencyDecider, [...registered, reminder]).by(system).knowing({ lastHeldOn: '' }).at('2027-01-07T02:00:00.000Z').when('RemindOfTraining', { since: '2026-01-05' }).expectFacts([]);
    given(agencyDecider, registered).by(province).knowing({ lastHeldOn: '' }).when('RemindOfTraining', { since: '2026-01-05' }).expectRefusal(accessRules.OnlyTheSystem);
  });

  it('counts from the filing, not from before the Measures, and anew from every training of the agency', () => {
    const dueAfter = (fact: Fact, stream: string) => agencyTimers.timers(recorded(fact, { stream }));
    const waiting = (since: string, dueAt: string) => [{ timer: 'agency-1:training', dueAt, request: { name: 'RemindOfTraining', target: '1', body: { since } } }];
    expect(dueAfter(registered[0], 'agency-1')).toEqual(waiting('2026-01-05', '2027-01-05T16:00:00.000Z'));
    expect(dueAfter({ type: 'AgencyRegistered', data: { filedOn: '2019-05-06' } }, 'agency-1')).toEqual(waiting('2021-08-03', '2022-08-03T16:00:00.000Z'));
    const held = { by: 'AGENCY', organisation: '1', endedOn: '2026-03-18', hours: 16, attended: [] };
    expect(dueAfter({ type: 'TrainingHeld', data: held }, 'training-7')).toEqual(waiting('2026-03-18', '2027-03-18T16:00:00.000Z'));
    expect(dueAfter({ type: 'TrainingHeld', data: { ...held, by: 'INDUSTRY_DEPT' } }, 'training-7')).toEqual([]);
    expect(dueAfter(reminder, 'agency-1')).toEqual([{ timer: 'agency-1:training', ended: true }]);
  });
});
