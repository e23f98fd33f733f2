import type { Fact } from '#libs/event-sourcing/event';
import type { SessionRole } from '#libs/regulation/own-codes';

interface OfClaim {
  readonly personId: string;
  /** 1 for the first claim of the session, 2 for the next …: a release ends this one and no later one. */
  readonly claimNo: number;
}

/** 占用场次角色: the person has this role of the session and can have no other. */
export type SessionRoleClaimed = Fact<
  'SessionRoleClaimed',
  OfClaim & {
    readonly role: SessionRole;
    /** Stream that gave the role: of the session itself, or of the external supervision. */
    readonly holder: string;
  }
>;

/** 释放场次角色 */
export type SessionRoleReleased = Fact<'SessionRoleReleased', OfClaim>;

/**
 * Who has which role, stream `sessionroles-<sessionId>`. It is apart from the session's own stream, which the agency
 * reads: an agency must not learn from it that an external supervisor is coming.
 */
export type SessionRolesEvent = SessionRoleClaimed | SessionRoleReleased;

export const sessionRolesBasis: Readonly<Record<SessionRolesEvent['type'], readonly string[]>> = {
  SessionRoleClaimed: ['R3.6-2'],
  SessionRoleReleased: ['R3.6-2'],
};
