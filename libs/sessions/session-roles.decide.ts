import { accessRules } from '#libs/access/access.rules';
import { isCenter, requireSystem } from '#libs/access/policy';
import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import type { Actor } from '#libs/event-sourcing/event';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import type { SessionRole } from '#libs/regulation/own-codes';
import { sessionRules } from '#libs/sessions/session.rules';
import { sessionRolesBasis, type SessionRoleClaimed, type SessionRolesEvent } from '#libs/sessions/session-roles.events';
import { evolveSessionRoles, NO_ROLES, type SessionRoles } from '#libs/sessions/session-roles.evolve';

interface ClaimSessionRoles {
  readonly holder: string;
  readonly roles: readonly { readonly personId: string; readonly role: SessionRole }[];
}

interface ReleaseSessionRole {
  readonly personId: string;
  readonly claimNo: number;
}

/** An agency names its staff; a centre dispatches the external supervisors who were drawn; internal ones come from a draw. */
function mayClaim(actor: Actor, { roles }: ClaimSessionRoles): boolean {
  if (actor.role === 'SYSTEM') return true;
  if (actor.role === 'AGENCY') return roles.every(({ role }) => role === 'EXAMINER' || role === 'EXAM_STAFF');
  return isCenter(actor) && roles.every(({ role }) => role === 'EXTERNAL_SUPERVISOR');
}

/** Part of giving somebody a role. Whoever has the role from the same stream claims it anew, so that a late release of the old claim takes nothing away. */
const claimSessionRoles: CommandRule<ClaimSessionRoles, SessionRoles, SessionRolesEvent> = {
  creates: 'either',
  authorise: (command, _state, { actor }) => {
    if (!mayClaim(actor, command)) throw new NotAllowed(accessRules.AgencySpeaksForItself);
  },
  decide: ({ holder, roles }, { held, claims }) =>
    roles.map(({ personId, role }, index): SessionRoleClaimed => {
      const before = held[personId];
      require(before === undefined || (before.role === role && before.holder === holder), sessionRules.OneRolePerPersonAndSession, personId);
      return { type: 'SessionRoleClaimed', data: { personId, role, holder, claimNo: claims + index + 1 } };
    }),
};

const releaseSessionRole: CommandRule<ReleaseSessionRole, SessionRoles, SessionRolesEvent> = {
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: ({ personId, claimNo }, { held }) => (held[personId]?.claimNo === claimNo ? [{ type: 'SessionRoleReleased', data: { personId, claimNo } }] : []),
};

export const sessionRolesDecider: Decider<SessionRoles, SessionRolesEvent> = {
  category: 'sessionroles',
  initial: NO_ROLES,
  evolve: evolveSessionRoles,
  basis: sessionRolesBasis,
  area: () => 'FJ',
  commands: { ClaimSessionRoles: claimSessionRoles, ReleaseSessionRole: releaseSessionRole },
};
