import type { CardShown } from '#libs/cases/card-shown';
import type { Member } from '#libs/cases/case-group.events';
import type { Fact, Instant } from '#libs/event-sourcing/event';
import type { Deadline } from '#libs/regulation/deadline';
import type { Slot } from '#libs/sessions/session.events';

/** 了解当次评价活动: what the supervisor was shown before going there; the agency is not told. */
export type SessionBriefingAcknowledged = Fact<
  'SessionBriefingAcknowledged',
  Member & Slot & { readonly venue: string; readonly examiners: number; readonly examStaff: number }
>;

/** How a supervisor takes part. */
export const CHECK_IN_MODES = { ONSITE: '到场', REMOTE: '上线' } as const;
export type CheckInMode = keyof typeof CHECK_IN_MODES;

/** 到场/上线 */
export type SupervisorCheckedIn = Fact<
  'SupervisorCheckedIn',
  Member & CardShown & { readonly mode: CheckInMode }
>;

/** Acts that need an assignment (R2.5-1). */
export const ASSIGNED_ACTS = { CHECK_IN: '到场/上线', RECORD: '提交督导情况记录表' } as const;
export type AssignedAct = keyof typeof ASSIGNED_ACTS;

/** 未经委派参加督导: the act was refused; that it was tried is evidence for R4.1(一). Once a person and act. */
export type UnassignedActRefused = Fact<'UnassignedActRefused', { readonly personId: string; readonly act: AssignedAct }>;

/** 日常督导结束: said by a supervisor, or taken from the plan where nobody said so. */
export type DailySupervisionEnded = Fact<
  'DailySupervisionEnded',
  {
    readonly endedAt: Instant;
    readonly saidBy: 'SUPERVISOR' | 'PLAN';
    /** Supervisors who had accepted and never checked in. */
    readonly absent: readonly Member[];
    /** D-01: until when the record form is to be submitted. */
    readonly recordDue: Deadline;
  }
>;

/** 日常督导未实施: the session is over, and nobody had checked in. */
export type DailySupervisionMissed = Fact<'DailySupervisionMissed', { readonly absent: readonly Member[] }>;

export type ConductEvent = SessionBriefingAcknowledged | SupervisorCheckedIn | UnassignedActRefused | DailySupervisionEnded | DailySupervisionMissed;
