import type { Feed } from '#libs/event-sourcing/feed';
import { DUE } from '#libs/regulation/deadline.feed';
import type { SessionRolesEvent } from '#libs/sessions/session-roles.events';
import type { SessionSlotEvent } from '#libs/sessions/session-slot.events';
import type { SessionEvent } from '#libs/sessions/session.events';

const OF_STAFF = '考评、考务人员只限场次所在机构和主管中心';
const SLOT = { startsAt: true, endsAt: true } as const;

/** When and where a session is held, without the people in it. */
export const sessionFeed: Feed<SessionEvent> = {
  SessionRegistered: { ...SLOT, agencyId: true, agencyType: true, isCentralBranch: true, activityType: true, occupation: true, level: true, venueDivision: true, area: true },
  SessionRescheduled: SLOT,
  SessionCancelled: {},
  SessionStaffAssigned: OF_STAFF,
  SessionStaffWithdrawn: OF_STAFF,
  SessionStarted: { endsAt: true },
  SessionEnded: { endedAt: true, saidBy: true, scoreSheetDue: DUE },
};

export const sessionSlotFeed: Feed<SessionSlotEvent> = {
  SessionSlotClaimed: '占用时段只供内部查重',
  SessionSlotReleased: '占用时段只供内部查重',
};

export const sessionRolesFeed: Feed<SessionRolesEvent> = {
  SessionRoleClaimed: '场次角色只供内部查重',
  SessionRoleReleased: '场次角色只供内部查重',
};
