import { about, type Step } from '#test/recorded-events/step';
import { school } from '#libs/cases/case-story';
import { registration } from '#test/support/session-story';

/** Held while the agency has an internal supervisor; its end is left to the plan. */
function held(): readonly Step[] {
  const session = about('held');
  return [
    session('2026-02-18', school, 'RegisterSession', registration),
    session('2026-02-18', school, 'AssignSessionStaff', { staff: [{ personId: 'p-ye', role: 'EXAMINER' }, { personId: 'p-zhuo', role: 'EXAM_STAFF' }] }),
    session('2026-02-19', school, 'WithdrawSessionStaff', { personId: 'p-zhuo', reason: '生病' }),
    session('2026-02-20', school, 'RescheduleSession', { startsAt: '2026-03-05T01:00:00.000Z', endsAt: '2026-03-06T09:00:00.000Z', reason: '场地检修' }),
    session('2026-03-05', school, 'StartSession'),
  ];
}

function cancelled(): readonly Step[] {
  const session = about('cancelled');
  return [
    session('2026-02-18', school, 'RegisterSession', { ...registration, venue: '实训楼二层' }),
    session('2026-02-24', school, 'CancelSession', { reason: '报名不足' }),
  ];
}

/** The one who was drawn falls ill, and nobody else can be. */
function uncovered(): readonly Step[] {
  const session = about('uncovered');
  const slot = { startsAt: '2026-05-20T01:00:00.000Z', endsAt: '2026-05-20T09:00:00.000Z' };
  return [
    session('2026-05-12', school, 'RegisterSession', { ...registration, ...slot }),
    about('uncovered-i1')('2026-05-12', school, 'PrepareInternalDraw', { sessionId: 'uncovered' }),
    session('2026-05-13', school, 'ReleaseInternalSupervisor', { supervisorId: 's-internal', cause: 'UNAVAILABLE', reason: '生病' }),
    session('2026-05-20', school, 'StartSession'),
  ];
}

export const sessionsStory: readonly Step[] = [...held(), ...cancelled(), ...uncovered()];
