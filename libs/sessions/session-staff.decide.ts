import { require } from '#libs/event-sourcing/rule';
import type { AssignSessionStaff, StaffInput, WithdrawSessionStaff } from '#libs/sessions/session.commands';
import type { SessionStaffAssigned } from '#libs/sessions/session.events';
import type { Session } from '#libs/sessions/session.evolve';
import { byAgency, type SessionRule } from '#libs/sessions/session.guards';
import { sessionRules } from '#libs/sessions/session.rules';
import type { SessionRoleClaimed } from '#libs/sessions/session-roles.events';

const requireChangeable = ({ stage }: Session): void =>
  require(stage === 'REGISTERED' || stage === 'IN_PROGRESS', sessionRules.StaffChangesUntilTheEnd, stage);

const memberOf = ({ staff }: Session, person: string) => staff.find(({ personId }) => personId === person);

/** Those of the command who do not have the role yet. */
const newcomers = ({ staff }: AssignSessionStaff, session: Session): readonly StaffInput[] => staff.filter(({ personId }) => memberOf(session, personId) === undefined);

const assignSessionStaff: SessionRule<AssignSessionStaff> = {
  authorise: byAgency,
  guard: ({ staff }, session) => {
    requireChangeable(session);
    const changed = staff.find(({ personId, role }) => (memberOf(session, personId)?.role ?? role) !== role);
    require(changed === undefined, sessionRules.OneRolePerPersonAndSession, changed?.personId);
  },
  prepare: (command, session, { target }) => {
    const roles = newcomers(command, session).map(({ personId, role }) => ({ personId, role }));
    return roles.length === 0 ? undefined : { name: 'ClaimSessionRoles', target, body: { holder: `session-${target}`, roles } };
  },
  decide: (_command, _session, { prepared }) =>
    prepared.map((event): SessionStaffAssigned => {
      const { personId, role, claimNo } = event.data as SessionRoleClaimed['data'];
      return { type: 'SessionStaffAssigned', data: { personId, role: role as SessionStaffAssigned['data']['role'], claimNo } };
    }),
};

const withdrawSessionStaff: SessionRule<WithdrawSessionStaff> = {
  authorise: byAgency,
  guard: (_command, session) => requireChangeable(session),
  decide: ({ personId, reason }, session) => {
    const member = memberOf(session, personId);
    require(member, sessionRules.StaffMemberIsAssigned, personId);
    const { role, claimNo } = member;
    return [{ type: 'SessionStaffWithdrawn', data: { personId, role, claimNo, reason } }];
  },
};

export const sessionStaff = { AssignSessionStaff: assignSessionStaff, WithdrawSessionStaff: withdrawSessionStaff };
