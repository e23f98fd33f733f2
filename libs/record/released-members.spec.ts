import { pathsOf, releasedMembers, withdrawnMembers } from '#libs/record/released-members';

const leaving = releasedMembers();
const [type = '', paths = []] = Object.entries(leaving).find(([, members]) => members.length > 1) ?? [];
const [first = '', ...others] = paths;

describe('what others receive of a published version', () => {
  it('is each member by its path, those inside of others too', () => {
    expect(pathsOf({ number: true, period: { from: true, until: undefined }, parts: {} })).toEqual(['number', 'period', 'period.from', 'parts']);
    expect(pathsOf({})).toEqual([]);
  });

  it('may grow: members and events', () => {
    const { [type]: _whole, ...fewer } = leaving;
    expect(withdrawnMembers(leaving, leaving)).toEqual([]);
    expect(withdrawnMembers({ ...leaving, [type]: others }, leaving)).toEqual([]);
    expect(withdrawnMembers(fewer, leaving)).toEqual([]);
  });

  it('loses no member', () => {
    expect(withdrawnMembers(leaving, { ...leaving, [type]: others })).toEqual([`${type}: \`${first}\` left the house, now it stays inside`]);
  });

  it('does not stay inside whole', () => {
    const { [type]: _whole, ...fewer } = leaving;
    expect(withdrawnMembers(leaving, fewer)).toEqual([`${type}: left the house, now it stays inside`]);
  });

  it('ends with a new version, which may leave otherwise', () => {
    expect(withdrawnMembers({ 'AgencyRegistered v0': ['phone'] }, leaving)).toEqual([]);
  });
});
