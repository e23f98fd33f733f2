import type { Fact, Instant } from '#libs/event-sourcing/event';

/** A person in a role of the session, with the claim by which no other role of it is theirs. */
export interface RoleHolder {
  readonly personId: string;
  readonly claimNo: number;
}

/** Who supervises the session from inside. */
export interface InternalSupervisor extends RoleHolder {
  readonly supervisorId: string;
  /** The draw that gave the assignment: nobody is assigned by name. */
  readonly drawId: string;
}

/** 指派内督: as drawn. */
export type InternalSupervisorAssigned = Fact<
  'InternalSupervisorAssigned',
  InternalSupervisor & {
    /** `SINGLE_CANDIDATE_POOL`: there was nobody else to draw. */
    readonly singleCandidatePool: boolean;
  }
>;

/** Why an internal supervisor leaves a session. */
export const RELEASE_CAUSES = { UNAVAILABLE: '不能参加', RECUSED: '回避', NOT_IN_SERVICE: '改期后不在聘期或者被暂停委派' } as const;
export type ReleaseCause = keyof typeof RELEASE_CAUSES;

/** 内督退出: another is drawn. */
export type InternalSupervisorReleased = Fact<
  'InternalSupervisorReleased',
  InternalSupervisor & {
    readonly cause: ReleaseCause;
    readonly reason?: string;
    /** The planned start, where the session has not begun and nobody supervises it now. */
    readonly coverageDue?: Instant;
  }
>;

/** 场次未落实内督: its start has come, and nobody was assigned. It stays said where somebody is drawn afterwards. */
export type SessionNotCovered = Fact<'SessionNotCovered', { readonly startsAt: Instant }>;

interface Check {
  /** Credential of the internal supervisor who looked. */
  readonly supervisorId: string;
  readonly conforms: boolean;
  readonly notes: string;
}

/** 督导准备情况: the first of the three phases, each of which has one entry, made then or afterwards. */
export type PreparationChecked = Fact<'PreparationChecked', Check>;

/** 督导认定过程 */
export type ProcessChecked = Fact<'ProcessChecked', Check>;

/** 督导认定结果 */
export type ResultChecked = Fact<'ResultChecked', Check>;

/**
 * Internal supervision is told in the stream of its session: that the one is covered, and the other has not begun, that
 * results wait for the score sheet, and that a person has one role, are decided over one state.
 */
export type InternalSupervisionEvent = InternalSupervisorAssigned | InternalSupervisorReleased | SessionNotCovered | PreparationChecked | ProcessChecked | ResultChecked;

export const internalSupervisionBasis = {
  InternalSupervisorAssigned: ['R1.4-2', 'R2.5-1', 'R2.5-2', 'R3.3-2', 'R3.6-2'],
  InternalSupervisorReleased: ['R2.5-1', 'R3.6-1'],
  SessionNotCovered: ['R3.3-2'],
  PreparationChecked: ['R3.3-3'],
  ProcessChecked: ['R3.3-3'],
  ResultChecked: ['R3.3-3'],
} as const satisfies Readonly<Record<InternalSupervisionEvent['type'], readonly string[]>>;
