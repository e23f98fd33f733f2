import { accessRules } from '#libs/access/access.rules';
import { mayReceive, requireFollower } from '#libs/access/feed-rights';
import { personaOf } from '#libs/access/personas';
import { ROLES } from '#libs/access/roles';
import type { Actor, EventMeta } from '#libs/event-sourcing/event';
import { NotAllowed } from '#libs/event-sourcing/rule';

const actor = (token: string): Actor => personaOf(token)?.actor ?? { person: '', role: 'NOBODY', organisation: '' };
const service = (organisation: string, ...categories: readonly string[]): Actor => ({ person: 'p-s', role: 'SERVICE', organisation, categories });
const event = (stream: string, area: string) => ({ stream, meta: { area } as EventMeta });

describe('who follows the feed', () => {
  it('are the province, its auditors, city centres and services (R2.7(四))', () => {
    const followers = Object.keys(ROLES).filter((role) => {
      try {
        requireFollower({ role, organisation: 'FJ' });
        return true;
      } catch (error) {
        expect(error).toEqual(new NotAllowed(accessRules.FeedIsForThoseWhoOversee));
        return false;
      }
    });
    expect(followers).toEqual(['PROVINCIAL_HR', 'PROVINCIAL_CENTER', 'MUNICIPAL_CENTER', 'AUDITOR', 'SERVICE']);
  });
});

describe('what is received', () => {
  const ofFuzhou = event('case-1', '3501');
  const heldByXiamen = event('complaint-1', '3502');
  const register = event('agency-1', '3502');

  it.each([
    ['demo-province', [true, true, true]],
    ['demo-department', [true, true, true]],
    ['demo-auditor', [true, true, true]],
    ['demo-fuzhou', [true, false, true]],
    ['demo-xiamen', [false, true, true]],
    ['demo-pingtan', [false, false, true]],
    ['demo-agency-1', [false, false, false]],
    ['demo-industry-1', [false, false, false]],
    ['demo-supervisor-1', [false, false, false]],
    ['demo-internal-1', [false, false, false]],
    ['demo-service-case', [true, false, false]],
    ['demo-service-agency-complaint', [false, true, true]],
  ])('%s: a case of 福州, a complaint held by 厦门, a registration: %p', (token, expected) => {
    expect([ofFuzhou, heldByXiamen, register].map((fact) => mayReceive(actor(token), fact))).toEqual(expected);
  });

  it('by a service of one area is what falls under it', () => {
    expect([ofFuzhou, heldByXiamen, register].map((fact) => mayReceive(service('3501', 'case', 'complaint', 'agency'), fact))).toEqual([true, false, true]);
    expect([ofFuzhou, heldByXiamen, register].map((fact) => mayReceive(service('3501'), fact))).toEqual([false, false, false]);
    expect(mayReceive({ role: 'SERVICE', organisation: 'FJ' }, ofFuzhou)).toBe(false);
  });
});
