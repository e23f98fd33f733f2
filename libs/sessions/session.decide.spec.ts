import { accessRules } from '#libs/access/access.rules';
import { agency, fuzhou, otherSchool, school, system } from '#libs/cases/case-story';
import type { Instant } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import { sessionDecider } from '#libs/sessions/session.decide';
import type { SessionEvent, SessionStarted } from '#libs/sessions/session.events';
import { servingIn } from '#libs/sessions/session.guards';
import { sessionRules } from '#libs/sessions/session.rules';
import { slotIdOf } from '#libs/sessions/session-slot.events';
import { fact, internalAppointed } from '#libs/supervisors/supervisor-story';
import { INTERNAL, internalOf, internalRenewed, registration } from '#test/support/session-story';

const KNOWN = { standing: [], agency, internal: [INTERNAL], calendar: CALENDAR_FJ_2021_2026 };
const NOBODY = { ...KNOWN, internal: [] };
const slotClaimed = (claimNo: number) => recorded({ type: 'SessionSlotClaimed', data: { sessionId: '1', claimNo } });
const when = (name: string, body: object, known: object = KNOWN) =>
  given(sessionDecider).by(school).at('2026-02-18T02:00:00.000Z').knowing(known).afterPreparing(slotClaimed(1)).when(name, body);
const registered = when('RegisterSession', registration).facts;
const started: SessionStarted = { type: 'SessionStarted', data: { internalSupervisors: ['i-1'], endsAt: registration.endsAt } };
const assigned: SessionEvent = { type: 'InternalSupervisorAssigned', data: { supervisorId: 'i-1', personId: 'p-hong', claimNo: 2, drawId: '1-i1', singleCandidatePool: true } };
const examiner: SessionEvent = { type: 'SessionStaffAssigned', data: { personId: 'p-ye', role: 'EXAMINER', claimNo: 1 } };
const after = (...more: readonly SessionEvent[]) => given(sessionDecider, [...registered, ...more]).by(school).knowing(KNOWN);
const at = (now: Instant, ...more: readonly SessionEvent[]) => after(...more).at(now);

describe('registering a session', () => {
  it('records the slot, the area of the venue, and who could supervise it', () => {
    const { name: agencyName, agencyType, isCentralBranch } = agency;
    expect(registered).toEqual([
      {
        type: 'SessionRegistered',
        data: { ...registration, agencyName, agencyType, isCentralBranch, area: '3501', claim: { slotId: slotIdOf(registration), claimNo: 1 }, internalSupervisors: ['i-1'] },
      },
    ]);
  });

  it('flags a session that nobody can supervise', () => {
    const { facts } = when('RegisterSession', registration, NOBODY);
    expect(given(sessionDecider, facts).state()).toMatchObject({ noInternalSupervisor: true });
    expect(given(sessionDecider, registered).state()).toMatchObject({ noInternalSupervisor: false });
  });

  it('is refused outside the province, for other activities, and in a slot that is not real', () => {
    const refused = (change: object) => when('RegisterSession', { ...registration, ...change });
    refused({ venueDivision: '440100' }).expectRefusal(sessionRules.VenueOfSessionIsInFujian);
    refused({ activityType: 'VOCATIONAL_QUALIFICATION' }).expectRefusal(sessionRules.SessionIsASkillLevelRecognition);
    refused({ startsAt: '2026-02-18T02:00:00.000Z' }).expectRefusal(sessionRules.SlotIsReal);
    refused({ endsAt: registration.startsAt }).expectRefusal(sessionRules.SlotIsReal);
    refused({ endsAt: '2026-02-30T02:00:00.000Z' }).expectRefusal(sessionRules.SlotIsReal);
    refused({ endsAt: '2026-04-03T02:00:00.000Z' }).expectRefusal(sessionRules.SlotIsReal);
    when('RegisterSession', { ...registration, venueDivision: '350128' }).expectTypes(['SessionRegistered']);
  });

  it('is for the agency itself, which is registered', () => {
    given(sessionDecider).by(otherSchool).knowing(KNOWN).when('RegisterSession', registration).expectRefusal(accessRules.AgencySpeaksForItself);
    given(sessionDecider).by(fuzhou).knowing(KNOWN).when('RegisterSession', registration).expectRefusal(accessRules.AgencySpeaksForItself);
    when('RegisterSession', registration, { ...KNOWN, agency: undefined }).expectRefusal(sessionRules.SessionBelongsToARegisteredAgency);
  });
});

describe('who can supervise', () => {
  const serving = (entry = INTERNAL, slot = registration) => servingIn({ internal: [entry] }, slot);

  it('is in term on every day, without a card yet, but neither suspended nor barred', () => {
    expect(serving()).toEqual(['i-1']);
    expect(serving(internalOf('i-1', internalAppointed))).toEqual([]);
    expect(serving({ ...INTERNAL, barred: true })).toEqual([]);
    const suspension = fact('DispatchSuspended', { decisionNo: '1', cause: { kind: 'GROUNDS', severity: 'ORDINARY', findings: [] }, reasons: '', decidedBy: '3502', scope: 'OWN', endsOn: '2026-03-03' });
    const suspended = internalOf('i-1', [...internalRenewed, suspension]);
    expect(serving(suspended)).toEqual([]);
    expect(serving(suspended, { ...registration, startsAt: '2026-03-03T16:00:00.000Z', endsAt: '2026-03-04T09:00:00.000Z' })).toEqual(['i-1']);
  });
});

describe('moving and cancelling', () => {
  const later = { startsAt: '2026-03-05T01:00:00.000Z', endsAt: '2026-03-06T09:00:00.000Z', reason: '场地检修' };

  it('judges the new days, and gives up the old slot', () => {
    const { reason, ...slot } = later;
    const claim = { slotId: slotIdOf({ ...registration, ...slot }), claimNo: 4 };
    after().afterPreparing(slotClaimed(4)).when('RescheduleSession', later).expectFacts([
      { type: 'SessionRescheduled', data: { ...slot, reason, claim, formerClaim: { slotId: slotIdOf(registration), claimNo: 1 }, internalSupervisors: ['i-1'] } },
    ]);
    after().knowing(NOBODY).afterPreparing(slotClaimed(4)).when('RescheduleSession', later).expectTypes(['SessionRescheduled']);
    after().when('RescheduleSession', { ...later, startsAt: later.endsAt }).expectRefusal(sessionRules.SlotIsReal);
  });

  it('ends with the start', () => {
    after().when('CancelSession', { reason: '报名不足' }).expectFacts([{ type: 'SessionCancelled', data: { claim: { slotId: slotIdOf(registration), claimNo: 1 }, reason: '报名不足' } }]);
    after(started).when('CancelSession', { reason: '报名不足' }).expectRefusal(sessionRules.SessionHasNotStarted);
    after(started).when('RescheduleSession', later).expectRefusal(sessionRules.SessionHasNotStarted);
    after().by(otherSchool).when('CancelSession', { reason: '报名不足' }).expectRefusal(accessRules.AgencySpeaksForItself);
  });
});

describe('staff', () => {
  const assign = { staff: [{ personId: 'p-ye', role: 'EXAMINER' }, { personId: 'p-zhuo', role: 'EXAM_STAFF' }] };
  const claimed = recorded({ type: 'SessionRoleClaimed', data: { personId: 'p-zhuo', role: 'EXAM_STAFF', holder: 'session-1', claimNo: 2 } });

  it('takes only those roles that were claimed for it', () => {
    after(examiner).afterPreparing(claimed).when('AssignSessionStaff', assign).expectFacts([{ type: 'SessionStaffAssigned', data: { personId: 'p-zhuo', role: 'EXAM_STAFF', claimNo: 2 } }]);
    after(examiner).when('AssignSessionStaff', { staff: [assign.staff[0]] }).expectFacts([]);
  });

  it('has one role each, until the session is over', () => {
    after(examiner).when('AssignSessionStaff', { staff: [{ personId: 'p-ye', role: 'EXAM_STAFF' }] }).expectRefusal(sessionRules.OneRolePerPersonAndSession);
    const { facts } = at('2026-03-03T09:00:00.000Z', started).when('EndSession');
    after(started, ...facts).when('AssignSessionStaff', assign).expectRefusal(sessionRules.StaffChangesUntilTheEnd);
    after(examiner, started, ...facts).when('WithdrawSessionStaff', { personId: 'p-ye', reason: '生病' }).expectRefusal(sessionRules.StaffChangesUntilTheEnd);
  });

  it('leaves with a reason, once', () => {
    after(examiner).when('WithdrawSessionStaff', { personId: 'p-ye', reason: '生病' }).expectFacts([
      { type: 'SessionStaffWithdrawn', data: { personId: 'p-ye', role: 'EXAMINER', claimNo: 1, reason: '生病' } },
    ]);
    after().when('WithdrawSessionStaff', { personId: 'p-ye', reason: '生病' }).expectRefusal(sessionRules.StaffMemberIsAssigned);
  });
});

describe('holding a session', () => {
  it('starts on its first day or later in its slot, while somebody can supervise it', () => {
    at('2026-03-02T16:00:00.000Z', assigned).when('StartSession').expectFacts([started]);
    at('2026-03-02T16:00:00.000Z').when('StartSession').expectFacts([started, { type: 'SessionNotCovered', data: { startsAt: registration.startsAt } }]);
    at('2026-03-02T15:59:59.999Z').when('StartSession').expectRefusal(sessionRules.SessionStartsInItsSlot);
    at('2026-03-03T09:00:00.000Z').when('StartSession').expectRefusal(sessionRules.SessionStartsInItsSlot);
    at('2026-03-03T01:00:00.000Z').knowing(NOBODY).when('StartSession').expectRefusal(sessionRules.AgencyHasAnInternalSupervisor);
    at('2026-03-03T02:00:00.000Z', started).when('StartSession').expectRefusal(sessionRules.SessionHasNotStarted);
  });

  it('ends after its start, and the score sheet is due three working days later', () => {
    const running = given(sessionDecider, [...registered, { ...started, occurredAt: '2026-03-03T01:00:00.000Z' }]).by(school).knowing(KNOWN);
    const { facts } = running.at('2026-03-06T10:00:00.000Z').when('EndSession');
    expect(facts).toMatchObject([{ type: 'SessionEnded', data: { endedAt: '2026-03-06T10:00:00.000Z', saidBy: 'AGENCY', scoreSheetDue: { kind: 'WD', days: 3, date: '2026-03-11' } } }]);
    running.at('2026-03-03T00:59:59.999Z').when('EndSession').expectRefusal(sessionRules.SessionEndsAfterItsStart);
    at('2026-03-03T10:00:00.000Z').when('EndSession').expectRefusal(sessionRules.SessionEndsAfterItsStart);
  });

  it('ends as planned where nobody says so', () => {
    expect(after(started).by(system).when('EndSessionAsPlanned').facts).toMatchObject([{ type: 'SessionEnded', data: { endedAt: registration.endsAt, saidBy: 'PLAN', scoreSheetDue: { date: '2026-03-06' } } }]);
    after().by(system).when('EndSessionAsPlanned').expectFacts([]);
    after(started).when('EndSessionAsPlanned').expectRefusal(accessRules.OnlyTheSystem);
  });
});

describe('an agency that may not operate', () => {
  const held = { ...KNOWN, standing: [{ grounds: [], hold: { from: '2026-02-18T00:00:00.000Z', until: '2026-03-05T00:00:00.000Z' } }] };
  const revoked = { ...KNOWN, standing: [{ grounds: [], revoked: true }] };
  const later = { startsAt: '2026-03-05T01:00:00.000Z', endsAt: '2026-03-06T09:00:00.000Z', reason: '场地检修' };

  it('registers and starts no session', () => {
    when('RegisterSession', registration, held).expectRefusal(sessionRules.SessionNeedsNormalOperation);
    when('RegisterSession', registration, revoked).expectRefusal(sessionRules.RevokedAgencyHoldsNoSession);
    at(registration.startsAt).knowing(held).when('StartSession').expectRefusal(sessionRules.SessionNeedsNormalOperation);
    at(registration.startsAt).knowing(revoked).when('StartSession').expectRefusal(sessionRules.RevokedAgencyHoldsNoSession);
  });

  it('moves a session while on hold, to a day when the hold may be over; not once revoked', () => {
    after().at('2026-02-19T02:00:00.000Z').knowing(held).afterPreparing(slotClaimed(4)).when('RescheduleSession', later).expectTypes(['SessionRescheduled']);
    after().at('2026-02-19T02:00:00.000Z').knowing(revoked).afterPreparing(slotClaimed(4)).when('RescheduleSession', later).expectRefusal(sessionRules.RevokedAgencyHoldsNoSession);
  });

  it('ends the session that had begun', () => {
    at(registration.endsAt, started).knowing(held).when('EndSession').expectTypes(['SessionEnded']);
  });
});
