import type { Feed } from '#libs/event-sourcing/feed';
import { DUE } from '#libs/regulation/deadline.feed';
import type { ScoreSheetTemplateEvent } from '#libs/sessions/score-sheet-template.events';
import type { SessionRolesEvent } from '#libs/sessions/session-roles.events';
import type { SessionSlotEvent } from '#libs/sessions/session-slot.events';
import type { SessionEvent } from '#libs/sessions/session.events';

const OF_STAFF = '考评、考务人员只限场次所在机构和主管中心';
const OF_CHECKS = '内部督导记录只限机构和主管中心';
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
  InternalSupervisorAssigned: { drawId: true, singleCandidatePool: true },
  InternalSupervisorReleased: { drawId: true, coverageDue: true },
  SessionNotCovered: { startsAt: true },
  PreparationChecked: OF_CHECKS,
  ProcessChecked: OF_CHECKS,
  ResultChecked: OF_CHECKS,
  ScoreSheetUploaded: { version: true, late: true },
  ScoreSheetOverdue: { due: DUE },
  ScoreSheetDueRecomputed: { due: DUE },
  ScoreSheetLocked: { version: true },
  ResultsFinalised: {},
};

export const sessionSlotFeed: Feed<SessionSlotEvent> = {
  SessionSlotClaimed: '占用时段只供内部查重',
  SessionSlotReleased: '占用时段只供内部查重',
};

export const sessionRolesFeed: Feed<SessionRolesEvent> = {
  SessionRoleClaimed: '场次角色只供内部查重',
  SessionRoleReleased: '场次角色只供内部查重',
};

/** The items of the sheet are texts that the province writes; that there is a new one is enough. */
export const scoreSheetTemplateFeed: Feed<ScoreSheetTemplateEvent> = { ScoreSheetTemplatePublished: { validFrom: true, total: true } };
