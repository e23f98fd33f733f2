import { type AgencyStanding, evolveCaseStanding, holdSince, isHeldOn, NO_EFFECT, standingOn } from '#libs/agencies/agency-standing.evolve';
import { sanctionPhases, type SanctionTold } from '#libs/agencies/agency-sanction-story';
import { recorded } from '#libs/event-sourcing/given';

const standing = (events: readonly SanctionTold[]) =>
  events.reduce((state, event) => evolveCaseStanding(state, recorded(event, { occurredAt: event.occurredAt }) as never), NO_EFFECT);
const on = (day: string): string => `2026-${day}T02:00:00.000Z`;

describe('the standing of an agency', () => {
  const { opened, held, resumed } = sanctionPhases;

  it('is normal until a hold begins, and from the moment that it ends', () => {
    const record: AgencyStanding = [standing(resumed)];
    expect(['04-12', '04-13', '05-06', '05-07'].map((day) => isHeldOn(record, on(day)))).toEqual([false, true, true, false]);
    expect(standingOn([standing(opened)], on('04-14'))).toBe('NORMAL');
    expect(standingOn([standing(held)], on('04-14'))).toBe('ON_HOLD');
    expect(standingOn([], on('04-14'))).toBe('NORMAL');
  });

  it('is what any of its cases says, and the hold as old as the oldest', () => {
    const later = { grounds: [], hold: { from: on('04-20') } };
    expect(holdSince([later, standing(held)], on('04-21'))).toBe(on('04-13'));
    expect(holdSince([later, standing(resumed)], on('05-08'))).toBe(on('04-20'));
    expect(holdSince([later], on('04-19'))).toBeUndefined();
  });

  it('forgets the grounds of a case that was withdrawn, and keeps the end of a hold', () => {
    const withdrawn: SanctionTold = { type: 'SanctionWithdrawn', data: { agencyId: 'agency-1', withdrawnBy: '3501', reasons: '错案' }, occurredAt: on('06-01') };
    expect(standing([...held, withdrawn])).toEqual({ grounds: [], hold: { from: on('04-13'), until: on('06-01') } });
    expect(standing([...resumed, withdrawn])).toEqual({ grounds: [], hold: { from: on('04-13'), until: on('05-07') } });
    expect(standing(resumed).grounds).toEqual(['G2']);
    expect(standing([...opened, withdrawn])).toEqual(NO_EFFECT);
  });
});
