import type { AgencyType } from '#libs/agencies/agency.events';
import type { Fact, Instant } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { Deadline } from '#libs/regulation/deadline';
import type { OccupationLevel, SessionRole } from '#libs/regulation/own-codes';
import { internalSupervisionBasis, type InternalSupervisionEvent, type RoleHolder } from '#libs/sessions/internal-supervision.events';
import { scoreSheetBasis, type ScoreSheetEvent } from '#libs/sessions/score-sheet.events';

/** When a session is held: the end is no longer part of it. */
export interface Slot {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** The reservation that keeps a session the only one of its kind. */
export interface SlotClaim {
  /** Stream `sessionslot-<slotId>`: same agency, occupation, level, venue and slot. */
  readonly slotId: string;
  readonly claimNo: number;
}

/** A slot as it was judged: who could supervise. */
interface JudgedSlot extends Slot {
  readonly claim: SlotClaim;
  /** Credentials of the agency's internal supervisors who were in term and not suspended on every day of it; none is a flag. */
  readonly internalSupervisors: readonly string[];
}

/** 登记场次: the agency will hold a session of skill level recognition. Stream `session-<sessionId>`. */
export type SessionRegistered = Fact<
  'SessionRegistered',
  JudgedSlot & {
    readonly agencyId: string;
    readonly agencyName: string;
    readonly agencyType: AgencyType;
    readonly isCentralBranch: boolean;
    readonly activityType: 'SKILL_LEVEL_RECOGNITION';
    readonly occupation: string;
    readonly level: OccupationLevel;
    /** GB/T 2260 code of the place of conduct, six digits: it decides who supervises. */
    readonly venueDivision: string;
    readonly venue: string;
    /** Area of the venue: 350128 is 平潭. */
    readonly area: Area;
  }
>;

/** 场次改期: before it starts, by the agency. */
export type SessionRescheduled = Fact<
  'SessionRescheduled',
  JudgedSlot & {
    readonly formerClaim: SlotClaim;
    readonly reason: string;
    /** An internal supervisor who was assigned stays so. */
    readonly isCovered?: true;
  }
>;

/** 取消场次: before it starts. */
export type SessionCancelled = Fact<'SessionCancelled', { readonly claim: SlotClaim; readonly reason: string }>;

/** 考评人员 and 考务人员: those whom the agency itself names. */
export type StaffRole = Extract<SessionRole, 'EXAMINER' | 'EXAM_STAFF'>;

/** 安排考评、考务人员 */
export type SessionStaffAssigned = Fact<'SessionStaffAssigned', RoleHolder & { readonly role: StaffRole }>;

/** 撤出考评、考务人员 */
export type SessionStaffWithdrawn = Fact<'SessionStaffWithdrawn', RoleHolder & { readonly role: StaffRole; readonly reason: string }>;

/** 场次开考 */
export type SessionStarted = Fact<
  'SessionStarted',
  {
    /** As they stood then, as in the registration; never none. */
    readonly internalSupervisors: readonly string[];
    /** End of the slot: the session ends with its day where nobody says so. */
    readonly endsAt: Instant;
  }
>;

/** 场次结束: said by the agency, or taken from the plan where nobody said so. */
export type SessionEnded = Fact<
  'SessionEnded',
  {
    readonly endedAt: Instant;
    readonly saidBy: 'AGENCY' | 'PLAN';
    /** Until when the internal score sheet is to be uploaded. */
    readonly scoreSheetDue: Deadline;
  }
>;

export type SessionEvent =
  | SessionRegistered
  | SessionRescheduled
  | SessionCancelled
  | SessionStaffAssigned
  | SessionStaffWithdrawn
  | SessionStarted
  | SessionEnded
  | InternalSupervisionEvent
  | ScoreSheetEvent;

/** Rule ids each fact rests on. */
export const sessionBasis: Readonly<Record<SessionEvent['type'], readonly string[]>> = {
  SessionRegistered: ['R0-1', 'R0-2', 'R1.6-1'],
  SessionRescheduled: ['R1.6-1'],
  SessionCancelled: ['R1.6-1'],
  SessionStaffAssigned: ['R3.6-2'],
  SessionStaffWithdrawn: ['R3.6-2'],
  SessionStarted: ['R1.6-1'],
  SessionEnded: ['R3.3-4'],
  ...internalSupervisionBasis,
  ...scoreSheetBasis,
};
