import { accessRules } from '#libs/access/access.rules';
import { otherSchool, school, system } from '#libs/cases/case-story';
import { given, recorded } from '#libs/event-sourcing/given';
import { sessionDecider } from '#libs/sessions/session.decide';
import type { InternalSupervisorAssigned, InternalSupervisorReleased } from '#libs/sessions/internal-supervision.events';
import type { SessionEvent } from '#libs/sessions/session.events';
import { sessionRules } from '#libs/sessions/session.rules';
import { sessionTimers } from '#libs/sessions/session.timers';
import { registeredFact, INTERNAL, internalOf, internalRenewed, registration } from '#test/support/session-story';

const KNOWN = { standing: [], internal: [INTERNAL, internalOf('i-2', internalRenewed)] };
const hong = { supervisorId: 'i-1', personId: 'p-hong' };
const gao = { supervisorId: 'i-2', personId: 'p-gao' };
const claimed = (personId: string, claimNo: number) => recorded({ type: 'SessionRoleClaimed', data: { personId, role: 'INTERNAL_SUPERVISOR', holder: 'session-1', claimNo } });
const assigned = (who: typeof hong, claimNo: number, drawId = '1-i1'): InternalSupervisorAssigned => ({ type: 'InternalSupervisorAssigned', data: { ...who, claimNo, drawId, singleCandidatePool: false } });
const released = (who: typeof hong, claimNo: number, why: object): InternalSupervisorReleased =>
  ({ type: 'InternalSupervisorReleased', data: { ...who, claimNo, drawId: '1-i1', ...why } as InternalSupervisorReleased['data'] });
const started: SessionEvent = { type: 'SessionStarted', data: { internalSupervisors: ['i-1'], endsAt: registration.endsAt } };
const notCovered: SessionEvent = { type: 'SessionNotCovered', data: { startsAt: registration.startsAt } };
const cancelled: SessionEvent = { type: 'SessionCancelled', data: { claim: registeredFact.data.claim, reason: '报名不足' } };
const session = (...facts: readonly SessionEvent[]) => given(sessionDecider, [registeredFact, ...facts]).by(school).knowing(KNOWN).at('2026-02-20T02:00:00.000Z');
const draw = { drawId: '1-i1', members: [hong], singleCandidatePool: false };

describe('an internal supervisor', () => {
  it('is assigned as drawn, once', () => {
    session().by(system).afterPreparing(claimed('p-hong', 3)).when('AssignDrawnSupervisors', draw).expectFacts([assigned(hong, 3)]);
    session(assigned(hong, 3)).by(system).when('AssignDrawnSupervisors', draw).expectFacts([]);
    session(cancelled).by(system).when('AssignDrawnSupervisors', draw).expectFacts([]);
    session().when('AssignDrawnSupervisors', draw).expectRefusal(accessRules.OnlyTheSystem);
  });

  it('leaves at once where the session was moved meanwhile to days on which they do not serve', () => {
    session().by(system).knowing({ internal: [] }).afterPreparing(claimed('p-hong', 3)).when('AssignDrawnSupervisors', draw).expectFacts([
      assigned(hong, 3), released(hong, 3, { cause: 'NOT_IN_SERVICE', coverageDue: registration.startsAt }),
    ]);
  });

  it('leaves with the move of the session where they do not serve on its new days', () => {
    const later = { startsAt: '2026-03-05T01:00:00.000Z', endsAt: '2026-03-05T09:00:00.000Z', reason: '场地检修' };
    const slot = recorded({ type: 'SessionSlotClaimed', data: { sessionId: '1', claimNo: 1 } });
    const move = (known: object) => session(assigned(hong, 1), assigned(gao, 2)).knowing({ ...KNOWN, ...known }).afterPreparing(slot).when('RescheduleSession', later).facts;
    expect(move(KNOWN)).toMatchObject([{ type: 'SessionRescheduled', data: { isCovered: true } }]);
    const [moved, ...gone] = move({ internal: [] });
    expect(moved?.data).not.toHaveProperty('isCovered');
    expect(gone).toEqual([released(hong, 1, { cause: 'NOT_IN_SERVICE' }), released(gao, 2, { cause: 'NOT_IN_SERVICE', coverageDue: later.startsAt })]);
    expect(move({ internal: [INTERNAL] }).slice(1)).toEqual([released(gao, 2, { cause: 'NOT_IN_SERVICE' })]);
  });

  it('is released by the agency with a reason, until the session is cancelled', () => {
    const leaving = { supervisorId: 'i-1', cause: 'UNAVAILABLE', reason: '生病' };
    const why = { cause: 'UNAVAILABLE', reason: '生病' };
    session(assigned(hong, 1)).when('ReleaseInternalSupervisor', leaving).expectFacts([released(hong, 1, { ...why, coverageDue: registration.startsAt })]);
    session(assigned(hong, 1), assigned(gao, 2)).when('ReleaseInternalSupervisor', leaving).expectFacts([released(hong, 1, why)]);
    session(assigned(hong, 1), started).when('ReleaseInternalSupervisor', leaving).expectFacts([released(hong, 1, why)]);
    session(assigned(gao, 1)).when('ReleaseInternalSupervisor', leaving).expectRefusal(sessionRules.InternalSupervisorIsAssigned);
    session(assigned(hong, 1), cancelled).when('ReleaseInternalSupervisor', leaving).expectRefusal(sessionRules.InternalSupervisorLeavesInTime);
    session(assigned(hong, 1)).by(otherSchool).when('ReleaseInternalSupervisor', leaving).expectRefusal(accessRules.AgencySpeaksForItself);
  });
});

describe('a session that nobody was assigned to', () => {
  const flag = (...facts: readonly SessionEvent[]) => session(...facts).by(system).when('FlagNotCovered');

  it('is said not to be covered, once, when its start comes', () => {
    flag().expectFacts([notCovered]);
    flag(notCovered).expectFacts([]);
    flag(assigned(hong, 1)).expectFacts([]);
    flag(cancelled).expectFacts([]);
    session().when('FlagNotCovered').expectRefusal(accessRules.OnlyTheSystem);
    session(notCovered).at('2026-03-03T02:00:00.000Z').when('StartSession').expectTypes(['SessionStarted']);
  });

  it('is watched until somebody is, and again when the last one leaves', () => {
    const timers = (fact: SessionEvent) => sessionTimers.timers(recorded(fact, { stream: 'session-1' }));
    const watched = { timer: 'session-1:coverage', dueAt: registration.startsAt, request: { name: 'FlagNotCovered', target: '1', body: {} } };
    expect(timers(registeredFact)).toEqual([watched]);
    expect(timers(released(hong, 1, { cause: 'RECUSED', coverageDue: registration.startsAt }))).toEqual([watched]);
    expect(timers(released(hong, 1, { cause: 'RECUSED' }))).toEqual([]);
    for (const fact of [assigned(hong, 1), notCovered, cancelled]) expect(timers(fact)).toEqual([{ timer: 'session-1:coverage', ended: true }]);
  });
});
