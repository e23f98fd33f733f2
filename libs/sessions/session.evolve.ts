import type { Instant, Recorded } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { InternalPhase } from '#libs/regulation/codes';
import type { Deadline } from '#libs/regulation/deadline';
import type { OccupationLevel } from '#libs/regulation/own-codes';
import type { InternalSupervisor, PreparationChecked, ProcessChecked, ResultChecked, RoleHolder } from '#libs/sessions/internal-supervision.events';
import type { ResultsFinalised, ScoreSheetUploaded } from '#libs/sessions/score-sheet.events';
import type { SessionEvent, SessionRegistered, Slot, SlotClaim, StaffRole } from '#libs/sessions/session.events';

export const SESSION_STAGES = { REGISTERED: '已登记', IN_PROGRESS: '进行中', ENDED: '已结束', RESULTS_FINAL: '结果已确定', CANCELLED: '已取消' } as const;
/** Longest session, in calendar days. */
export const LONGEST_SESSION_DAYS = 31;
export type SessionStage = keyof typeof SESSION_STAGES;

export interface StaffMember extends RoleHolder {
  readonly role: StaffRole;
}

export interface AssignedSupervisor extends InternalSupervisor {
  readonly singleCandidatePool: boolean;
}

export interface PhaseCheck {
  readonly at: Instant;
  readonly supervisorId: string;
  readonly conforms: boolean;
  readonly notes: string;
}

export interface ScoreSheet extends Readonly<ScoreSheetUploaded['data']> {
  readonly locked: boolean;
}

/** What the rules ask of a session. */
export interface Session extends Slot {
  readonly stage: SessionStage;
  readonly agencyId: string;
  readonly isCentralBranch: boolean;
  readonly occupation: string;
  readonly level: OccupationLevel;
  readonly venueDivision: string;
  readonly venue: string;
  readonly area: Area;
  readonly claim: SlotClaim;
  readonly staff: readonly StaffMember[];
  /** `NO_INTERNAL_SUPERVISOR`: nobody could supervise it when its days were last judged. */
  readonly noInternalSupervisor: boolean;
  /** Those who supervise it now. */
  readonly internalSupervisors: readonly AssignedSupervisor[];
  /** Draws whose result has been taken in. */
  readonly internalDraws: readonly string[];
  /** Its start came, and nobody was assigned. */
  readonly notCovered: boolean;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  /** What the internal supervisors have looked at. */
  readonly checks: Readonly<Partial<Record<InternalPhase, PhaseCheck>>>;
  readonly scoreSheetDue?: Deadline;
  readonly scoreSheetOverdue: boolean;
  /** As last uploaded. */
  readonly scoreSheet?: ScoreSheet;
  readonly results?: ResultsFinalised['data'];
}

export type SessionState = Session | undefined;

function registered({ data }: SessionRegistered): Session {
  const { agencyId, isCentralBranch, occupation, level, venueDivision, venue, area, claim, startsAt, endsAt, internalSupervisors } = data;
  return {
    stage: 'REGISTERED', agencyId, isCentralBranch, occupation, level, venueDivision, venue, area, claim, startsAt, endsAt, staff: [],
    noInternalSupervisor: internalSupervisors.length === 0, internalSupervisors: [], internalDraws: [], notCovered: false, checks: {},
    scoreSheetOverdue: false,
  };
}

export function evolveSession(state: SessionState, event: Recorded<SessionEvent>): SessionState {
  if (event.type === 'SessionRegistered') return registered(event);
  return state === undefined ? undefined : { ...state, ...changeBy(state, event) };
}

function changeBy(state: Session, event: Exclude<Recorded<SessionEvent>, { readonly type: 'SessionRegistered' }>): Partial<Session> {
  switch (event.type) {
    case 'SessionRescheduled': {
      const { startsAt, endsAt, claim, internalSupervisors } = event.data;
      return { startsAt, endsAt, claim, noInternalSupervisor: internalSupervisors.length === 0, notCovered: false };
    }
    case 'SessionCancelled':
      return { stage: 'CANCELLED' };
    case 'SessionStaffAssigned':
      return { staff: [...state.staff, event.data] };
    case 'SessionStaffWithdrawn':
      return { staff: state.staff.filter(({ personId }) => personId !== event.data.personId) };
    case 'SessionStarted':
      return { stage: 'IN_PROGRESS', startedAt: event.meta.occurredAt, noInternalSupervisor: false };
    case 'SessionEnded':
      return { stage: 'ENDED', endedAt: event.data.endedAt, scoreSheetDue: event.data.scoreSheetDue };
    case 'InternalSupervisorAssigned':
      return { internalSupervisors: [...state.internalSupervisors, event.data], internalDraws: [...new Set([...state.internalDraws, event.data.drawId])] };
    case 'InternalSupervisorReleased':
      return { internalSupervisors: state.internalSupervisors.filter(({ supervisorId }) => supervisorId !== event.data.supervisorId) };
    case 'SessionNotCovered':
      return { notCovered: true };
    case 'PreparationChecked':
      return checked(state, 'PREPARATION', event);
    case 'ProcessChecked':
      return checked(state, 'PROCESS', event);
    case 'ResultChecked':
      return checked(state, 'RESULT', event);
    case 'ScoreSheetUploaded':
      return { scoreSheet: { ...event.data, locked: false } };
    case 'ScoreSheetOverdue':
      return { scoreSheetOverdue: true };
    case 'ScoreSheetDueRecomputed':
      return { scoreSheetDue: event.data.due };
    case 'ScoreSheetLocked':
      return state.scoreSheet === undefined ? {} : { scoreSheet: { ...state.scoreSheet, locked: true } };
    case 'ResultsFinalised':
      return { stage: 'RESULTS_FINAL', results: event.data };
  }
}

const checked = ({ checks }: Session, phase: InternalPhase, { data, meta }: Recorded<PreparationChecked | ProcessChecked | ResultChecked>): Partial<Session> => ({
  checks: { ...checks, [phase]: { at: meta.occurredAt, ...data } },
});

/** Somebody can still be drawn to supervise it. */
export const takesInternalSupervisors = ({ stage }: Session): boolean => stage !== 'CANCELLED' && stage !== 'RESULTS_FINAL';

/** The due date of its score sheet is still open. */
export const awaitsScoreSheet = ({ stage, scoreSheet, scoreSheetOverdue }: Session): boolean => stage === 'ENDED' && scoreSheet === undefined && !scoreSheetOverdue;
