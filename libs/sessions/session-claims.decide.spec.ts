import { accessRules } from '#libs/access/access.rules';
import { fuzhou, school, supervisor, system } from '#libs/cases/case-story';
import { given } from '#libs/event-sourcing/given';
import { sessionRules } from '#libs/sessions/session.rules';
import { sessionRolesDecider } from '#libs/sessions/session-roles.decide';
import type { SessionRoleClaimed, SessionRolesEvent } from '#libs/sessions/session-roles.events';
import { sessionSlotDecider } from '#libs/sessions/session-slot.decide';
import type { SessionSlotEvent } from '#libs/sessions/session-slot.events';

const claim = (personId: string, role: SessionRoleClaimed['data']['role'], claimNo: number, holder = 'session-1'): SessionRoleClaimed => ({ type: 'SessionRoleClaimed', data: { personId, role, holder, claimNo } });
const roles = (...facts: readonly SessionRolesEvent[]) => given(sessionRolesDecider, facts).by(school);
const asking = (personId: string, role: string, holder = 'session-1') => ({ holder, roles: [{ personId, role }] });

describe('the roles of a session', () => {
  it('are one for each person, whichever stream gives them', () => {
    roles(claim('p-1', 'EXAMINER', 1)).when('ClaimSessionRoles', asking('p-1', 'EXAM_STAFF')).expectRefusal(sessionRules.OneRolePerPersonAndSession);
    roles(claim('p-1', 'EXAMINER', 1)).by(fuzhou).when('ClaimSessionRoles', asking('p-1', 'EXTERNAL_SUPERVISOR', 'daily-1')).expectRefusal(sessionRules.OneRolePerPersonAndSession);
    roles(claim('p-1', 'EXTERNAL_SUPERVISOR', 1, 'daily-1')).by(fuzhou).when('ClaimSessionRoles', asking('p-1', 'EXTERNAL_SUPERVISOR', 'daily-2')).expectRefusal(sessionRules.OneRolePerPersonAndSession);
    roles(claim('p-1', 'EXTERNAL_SUPERVISOR', 1, 'daily-1')).by(system).when('ClaimSessionRoles', asking('p-1', 'INTERNAL_SUPERVISOR')).expectRefusal(sessionRules.OneRolePerPersonAndSession);
    const several = { holder: 'session-1', roles: [{ personId: 'p-2', role: 'EXAMINER' }, { personId: 'p-3', role: 'EXAM_STAFF' }] };
    roles(claim('p-1', 'EXAMINER', 1)).when('ClaimSessionRoles', several).expectFacts([claim('p-2', 'EXAMINER', 2), claim('p-3', 'EXAM_STAFF', 3)]);
  });

  it('are free again once released, but not by a release that comes late', () => {
    const released: SessionRolesEvent = { type: 'SessionRoleReleased', data: { personId: 'p-1', claimNo: 1 } };
    roles(claim('p-1', 'EXAMINER', 1)).by(system).when('ReleaseSessionRole', released.data).expectFacts([released]);
    roles(claim('p-1', 'EXAMINER', 1), released).when('ClaimSessionRoles', asking('p-1', 'EXAM_STAFF')).expectFacts([claim('p-1', 'EXAM_STAFF', 2)]);
    roles(claim('p-1', 'EXAMINER', 1)).when('ClaimSessionRoles', asking('p-1', 'EXAMINER')).expectFacts([claim('p-1', 'EXAMINER', 2)]);
    roles(claim('p-1', 'EXAMINER', 1), claim('p-1', 'EXAMINER', 2)).by(system).when('ReleaseSessionRole', released.data).expectFacts([]);
    roles(claim('p-1', 'EXAMINER', 1)).when('ReleaseSessionRole', released.data).expectRefusal(accessRules.OnlyTheSystem);
  });

  it('are claimed by those who may give them', () => {
    const refused = (by: typeof school, personId: string, role: string) => roles().by(by).when('ClaimSessionRoles', asking(personId, role)).expectRefusal(accessRules.AgencySpeaksForItself);
    refused(school, 'p-1', 'INTERNAL_SUPERVISOR');
    refused(supervisor(2), 'p-1', 'EXTERNAL_SUPERVISOR');
    refused(supervisor(1), 'p-1', 'EXAMINER');
    refused(fuzhou, 'p-1', 'EXAMINER');
  });
});

describe('the slot of a session', () => {
  const slot = (...facts: readonly SessionSlotEvent[]) => given(sessionSlotDecider, facts).by(school);
  const claimed = (sessionId: string, claimNo: number): SessionSlotEvent => ({ type: 'SessionSlotClaimed', data: { sessionId, claimNo } });
  const released: SessionSlotEvent = { type: 'SessionSlotReleased', data: { sessionId: '1', claimNo: 1 } };

  it('belongs to one session until it is released', () => {
    slot().when('ClaimSessionSlot', { sessionId: '1' }).expectFacts([claimed('1', 1)]);
    slot(claimed('1', 1)).when('ClaimSessionSlot', { sessionId: '2' }).expectRefusal(sessionRules.SessionIsRegisteredOnce);
    slot(claimed('1', 1), released).when('ClaimSessionSlot', { sessionId: '2' }).expectFacts([claimed('2', 2)]);
    slot().by(fuzhou).when('ClaimSessionSlot', { sessionId: '1' }).expectRefusal(accessRules.AgencySpeaksForItself);
  });

  it('stays with a session that has moved back before the release', () => {
    slot(claimed('1', 1)).by(system).when('ReleaseSessionSlot', released.data).expectFacts([released]);
    slot(claimed('1', 1)).when('ClaimSessionSlot', { sessionId: '1' }).expectFacts([claimed('1', 2)]);
    slot(claimed('1', 1), claimed('1', 2)).by(system).when('ReleaseSessionSlot', released.data).expectFacts([]);
    slot(claimed('1', 1)).when('ReleaseSessionSlot', released.data).expectRefusal(accessRules.OnlyTheSystem);
  });
});
