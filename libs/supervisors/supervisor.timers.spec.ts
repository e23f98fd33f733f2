import { recorded } from '#libs/event-sourcing/given';
import { pendingTimers, type PendingTimer } from '#libs/event-sourcing/timer';
import { cancelled, carded, decision, fact, refused, renewed, resigned, suspended, suspendedAtXiamen } from '#libs/supervisors/supervisor-story';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { supervisorTimers } from '#libs/supervisors/supervisor.timers';

const view = pendingTimers([supervisorTimers]);

/** Timers that wait after the story, by name without the stream. */
function waiting(story: readonly SupervisorEvent[]): Record<string, PendingTimer> {
  const timers = new Map<string, PendingTimer>();
  for (const [revision, event] of story.entries()) {
    const stored = recorded(event, { stream: 'supervisor-c-1', revision });
    for (const key of view.keys(stored)) {
      const timer = view.apply(timers.get(key) ?? null, stored, key);
      if (timer === null) timers.delete(key);
      else timers.set(key, timer);
    }
  }
  return Object.fromEntries([...timers].map(([name, timer]) => [name.slice('supervisor-c-1:'.length), timer]));
}

const expiry = (dueAt: string) => ({ timer: 'supervisor-c-1:term', dueAt, request: { name: 'ExpireAppointment', target: 'c-1', body: {} } });

describe('the timer of the term', () => {
  it('waits for 24:00 of the last day', () => {
    expect(waiting(carded)).toEqual({ term: expiry('2024-09-01T16:00:00.000Z') });
  });

  it('moves with a renewal', () => {
    expect(waiting(renewed)).toEqual({ term: expiry('2027-09-02T16:00:00.000Z') });
  });
});

describe('the timer of a suspension', () => {
  it('waits for 24:00 of its last day, for each centre its own', () => {
    const lapse = (center: string, dueAt: string) => ({
      timer: `supervisor-c-1:suspension-${center}`, dueAt, request: { name: 'LapseSuspension', target: 'c-1', body: { suspendedBy: center } },
    });
    const both = [...suspended, ...suspendedAtXiamen.slice(-1)];
    expect(waiting(both)).toMatchObject({
      'suspension-3501': lapse('3501', '2022-06-30T16:00:00.000Z'), 'suspension-3502': lapse('3502', '2024-09-01T16:00:00.000Z'),
    });
  });

  it('of the body that selected an internal supervisor is another than that of the centre of its area', () => {
    const body = { by: 'AGENCY', organisation: 'agency-1' } as const;
    const both = [...suspended, fact('DispatchSuspended', { ...decision('校停1号', '3501'), body, scope: 'ALL', endsOn: '2022-05-31' })];
    expect(waiting(both)).toMatchObject({
      'suspension-3501': { request: { body: { suspendedBy: '3501' } } },
      'suspension-body': { dueAt: '2022-05-31T16:00:00.000Z', request: { name: 'LapseSuspension', body: { suspendedBy: '3501', ofBody: true } } },
    });
    expect(Object.keys(waiting([...both, fact('SuspensionLapsed', { suspendedBy: '3501', body, endsOn: '2022-05-31' })]))).toEqual(['term', 'suspension-3501']);
    expect(waiting([...both, fact('AppointmentExpired', { termEnd: '2024-09-01' })])).toEqual({});
  });

  it('ends when dispatch is resumed or the suspension has lapsed', () => {
    for (const end of [fact('DispatchResumed', { suspendedBy: '3501', reasons: '已改正' }), fact('SuspensionLapsed', { suspendedBy: '3501', endsOn: '2022-06-30' })]) {
      expect(Object.keys(waiting([...suspended, end]))).toEqual(['term']);
    }
  });
});

describe('all timers of a credential', () => {
  it('end with the term or with the credential', () => {
    const both = [...suspended, ...suspendedAtXiamen.slice(-1)];
    const ends = [fact('AppointmentExpired', { termEnd: '2024-09-01' }), ...[cancelled, refused, resigned].flatMap((story) =>
      story.filter(({ type }) => ['QualificationCancelled', 'RenewalRefused', 'SupervisorResigned'].includes(type)))];
    expect(ends).toHaveLength(4);
    for (const end of ends) expect(waiting([...both, end])).toEqual({});
  });
});
