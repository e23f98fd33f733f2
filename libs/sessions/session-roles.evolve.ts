import type { Recorded } from '#libs/event-sourcing/event';
import type { SessionRoleClaimed, SessionRolesEvent } from '#libs/sessions/session-roles.events';

export interface SessionRoles {
  /** By person: the role they have. */
  readonly held: Readonly<Record<string, SessionRoleClaimed['data']>>;
  /** Claims so far. */
  readonly claims: number;
}

export const NO_ROLES: SessionRoles = { held: {}, claims: 0 };

export function evolveSessionRoles(state: SessionRoles, event: Pick<Recorded<SessionRolesEvent>, 'type' | 'data'>): SessionRoles {
  const { type, data } = event as SessionRolesEvent;
  switch (type) {
    case 'SessionRoleClaimed':
      return { held: { ...state.held, [data.personId]: data }, claims: data.claimNo };
    case 'SessionRoleReleased': {
      const { [data.personId]: _released, ...held } = state.held;
      return { ...state, held };
    }
  }
}
