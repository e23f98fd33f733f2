import type { Fact } from '#libs/event-sourcing/event';
import type { RecusalReason } from '#libs/regulation/own-codes';

/** A supervisor by credential and by person; names live in a directory outside the log. */
export interface Member {
  readonly supervisorId: string;
  /** Opaque reference of the person. */
  readonly personId: string;
}

/** A member and the draw that chose them: nobody supervises without one. */
export interface DrawnMember extends Member {
  readonly drawId: string;
}

/** 抽取督导员: the draw's result takes its seats in the case. */
export type SupervisorsDrawn = Fact<'SupervisorsDrawn', { readonly drawId: string; readonly members: readonly Member[] }>;

/** 递补: the draw's next in order takes the seat of one who left. */
export type SubstituteSeated = Fact<
  'SubstituteSeated',
  { readonly drawId: string; readonly leaving: string; readonly substitute: Member }
>;

/** 无人递补: the draw has no one left for the seat; a further draw may fill it. */
export type SeatLeftVacant = Fact<'SeatLeftVacant', { readonly drawId: string; readonly leaving: string }>;

/** 接受委派, with the no-conflict declaration that the event's actor signed (R3.6-1). */
export type AssignmentAccepted = Fact<
  'AssignmentAccepted',
  Member & {
    readonly declaration: { readonly version: string; readonly text: string; readonly denies: readonly RecusalReason[] };
  }
>;

/** 催告答复委派 */
export type AssignmentReminded = Fact<'AssignmentReminded', Member>;

/** 不能参加: the seat is free, the dispatcher judges the reason. */
export type AssignmentDeclined = Fact<'AssignmentDeclined', DrawnMember & { readonly reason: string }>;

/** 经催告未答复: the seat is free, the dispatcher judges the silence. */
export type AssignmentUnanswered = Fact<'AssignmentUnanswered', DrawnMember>;

/** 认定拒绝参加有无正当理由 */
export type DeclineJudged = Fact<
  'DeclineJudged',
  Member & { readonly judgement: 'JUSTIFIED' | 'UNJUSTIFIED'; readonly reasons: string }
>;

/** 回避 */
export type SupervisorRecused = Fact<
  'SupervisorRecused',
  DrawnMember & {
    readonly reason: RecusalReason;
    readonly detail: string;
    readonly raisedBy: 'SUPERVISOR' | 'AGENCY' | 'DISPATCHER';
    /** False once the group has formed its preliminary opinion: nobody takes the seat then. */
    readonly replacementNeeded: boolean;
  }
>;

/** 「原则上」: why two are enough this once, and who approved it. */
export interface GroupException {
  readonly reason: string;
  /** Reference of the approving person, another than the one who formed the group. */
  readonly approvedBy: string;
}

/** 成立督导小组; again after a member has left. */
export type GroupFormed = Fact<
  'GroupFormed',
  {
    readonly members: readonly Member[];
    /** 组长: supervisorId of one of the members. */
    readonly leader: string;
    /** Present where the group has fewer than three members. */
    readonly exception?: GroupException;
  }
>;

/** 督导记录存疑: a member was sanctioned for fraud in this supervision. The record stays, with the mark. */
export type SupervisionTainted = Fact<
  'SupervisionTainted',
  {
    readonly supervisorId: string;
    /** Number of the decision that found the fraud. */
    readonly decisionNo: string;
  }
>;

/** Who sits in a supervision of either kind. */
export type SeatEvent =
  | SupervisorsDrawn
  | SubstituteSeated
  | SeatLeftVacant
  | AssignmentAccepted
  | AssignmentReminded
  | AssignmentDeclined
  | AssignmentUnanswered
  | DeclineJudged
  | SupervisorRecused;

export type GroupEvent = SeatEvent | SupervisionTainted | GroupFormed;

/** Rule ids each fact about a seat rests on. */
export const seatBasis: Readonly<Record<SeatEvent['type'], readonly string[]>> = {
  SupervisorsDrawn: ['R2.5-1', 'R2.5-2'],
  SubstituteSeated: ['R2.5-2', 'R3.6-1'],
  SeatLeftVacant: ['R2.5-2'],
  AssignmentAccepted: ['R2.5-1', 'R3.6-1'],
  AssignmentReminded: ['R4.1(一)'],
  AssignmentDeclined: ['R4.1(一)'],
  AssignmentUnanswered: ['R4.1(一)'],
  DeclineJudged: ['R4.1(一)'],
  SupervisorRecused: ['R3.6-1'],
};
