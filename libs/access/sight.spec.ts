import { PERSONAS, personaOf } from '#libs/access/personas';
import { type SightMembers, seenBy, sees, seesMatter } from '#libs/access/sight';

const members: SightMembers = { area: 'area', agency: 'agencyId', industry: 'departmentId', person: 'personId', service: 'serviceId' };
const document = { area: '3501', agencyId: 'a-1', departmentId: 'd-1', personId: 'p-1', serviceId: 'p-service-case' };
const actor = (token: string) => personaOf(token)?.actor ?? { person: '', role: 'NOBODY', organisation: '' };

describe('what an actor sees', () => {
  it.each([
    ['demo-province', true],
    ['demo-department', true],
    ['demo-auditor', true],
    ['demo-fuzhou', true],
    ['demo-pingtan', false],
    ['demo-agency-a-1', true],
    ['demo-agency-a-2', false],
    ['demo-supervisor-p-1', true],
    ['demo-supervisor-p-2', false],
    ['demo-internal-p-1', true],
    ['demo-internal-p-2', false],
    ['demo-industry-d-1', true],
    ['demo-industry-a-1', false],
    ['demo-service-case', true],
    ['demo-service-draw', false],
    ['unknown', false],
  ])('%s sees a document of 福州: %s', (token, expected) => {
    expect(sees(actor(token), document, members)).toBe(expected);
  });

  it('is nothing where a document does not say whom it concerns', () => {
    expect(seenBy(actor('demo-agency-a-1'), { area: 'area' })).toBeUndefined();
    expect(seenBy(actor('demo-supervisor-p-1'), {})).toBeUndefined();
    expect(seenBy({ person: 'p-1', role: 'AGENCY', organisation: '' }, members)).toBeUndefined();
    expect(sees(actor('demo-fuzhou'), { areas: '3501' }, members)).toBe(false);
  });
});

describe('who knows of a matter of 厦门 about a supervisor', () => {
  it.each([
    ['demo-xiamen', true, true],
    ['demo-province', true, true],
    ['demo-department', true, true],
    ['demo-auditor', true, true],
    ['demo-fuzhou', false, false],
    ['demo-supervisor-p-1', false, true],
    ['demo-supervisor-p-2', false, false],
    ['demo-internal-p-1', false, true],
    ['demo-agency-p-1', false, false],
    ['unknown', false, false],
  ])('%s: before the decision %s, after it %s', (token, before, after) => {
    const knows = (decided: boolean): boolean => seesMatter(actor(token), { by: '3502', person: 'p-1', decided });
    expect([knows(false), knows(true)]).toEqual([before, after]);
  });
});

describe('personas', () => {
  it('have tokens and persons of their own, two for every centre', () => {
    expect(new Set(PERSONAS.map(({ token }) => token)).size).toBe(PERSONAS.length);
    expect(new Set(PERSONAS.map(({ actor }) => actor.person)).size).toBe(PERSONAS.length);
    expect(PERSONAS.filter((persona) => persona.actor.organisation === 'PT')).toHaveLength(2);
    expect(PERSONAS.some((persona) => persona.actor.role === 'SYSTEM')).toBe(false);
  });
});
