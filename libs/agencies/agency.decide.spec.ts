import { accessRules } from '#libs/access/access.rules';
import { agencyDecider } from '#libs/agencies/agency.decide';
import { agencyRules } from '#libs/agencies/agency.rules';
import { given } from '#libs/event-sourcing/given';

const fuzhou = { person: 'p-fuzhou', role: 'MUNICIPAL_CENTER', organisation: '3501' };
const province = { person: 'p-province', role: 'PROVINCIAL_CENTER', organisation: 'FJ' };
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

  it('refuses a place outside Fujian and a day that does not exist', () => {
    given(agencyDecider).by(province).when('RegisterAgency', { ...school, division: '440100' }).expectRefusal(agencyRules.AgencyIsInFujian);
    given(agencyDecider).by(province).when('RegisterAgency', { ...school, filedOn: '2026-02-30' }).expectRefusal(agencyRules.FilingDayIsReal);
  });
});
