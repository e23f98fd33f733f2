import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { chineseDate } from '#libs/regulation/legal-date';
import { SESSION_ROLES } from '#libs/regulation/own-codes';
import type { ScoreSheetTemplateEvent } from '#libs/sessions/score-sheet-template.events';
import type { SessionRolesEvent } from '#libs/sessions/session-roles.events';
import type { SessionSlotEvent } from '#libs/sessions/session-slot.events';

const OF_SLOT: Sentences<SessionSlotEvent> = {
  SessionSlotClaimed: ({ sessionId }) => `时段由场次${sessionId}占用`,
  SessionSlotReleased: ({ sessionId }) => `场次${sessionId}释放时段`,
};

const OF_ROLES: Sentences<SessionRolesEvent> = {
  SessionRoleClaimed: ({ personId, role }) => `${personId}在本场次担任${SESSION_ROLES[role]}`,
  SessionRoleReleased: ({ personId }) => `${personId}不再担任本场次的工作`,
};

const OF_TEMPLATES: Sentences<ScoreSheetTemplateEvent> = {
  ScoreSheetTemplatePublished: ({ version, validFrom, items, total }) => `发布内部督导评分表模板${version},共${items.length}项${total}分,${chineseDate(validFrom)}起使用`,
};

export const tellScoreSheets = telling(OF_TEMPLATES);
export const tellSessionSlot = telling(OF_SLOT);
export const tellSessionRoles = telling(OF_ROLES);
