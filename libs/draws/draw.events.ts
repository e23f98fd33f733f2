import type { Member } from '#libs/cases/case-group.events';
import type { FrozenPool } from '#libs/draws/frozen-pool';
import type { TargetPurpose } from '#libs/draws/target-draw.events';
import type { Ticket } from '#libs/draws/tickets';
import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { ExclusionReason, PoolScope } from '#libs/regulation/own-codes';

/** Seats of one special or one daily supervision. */
export interface CasePurpose {
  readonly kind: 'SPECIAL_CASE' | 'DAILY_CASE';
  readonly caseId: string;
}

/** The internal supervision of one session. */
export interface InternalPurpose {
  readonly kind: 'INTERNAL_SUPERVISION';
  readonly sessionId: string;
}

/** Kinds of what a draw is for. */
export const DRAW_PURPOSES = { SPECIAL_CASE: '专项督导', DAILY_CASE: '日常督导', INTERNAL_SUPERVISION: '内部督导', TARGETS: '督导对象' } as const satisfies Record<Purpose['kind'], string>;

/** What a draw is for. */
export type Purpose = CasePurpose | InternalPurpose | TargetPurpose;

interface ForPurpose {
  readonly purpose: Purpose;
}

interface Counted {
  /** 1 for the first draw of the case, the session or the period, 2 for the next …; it ends the id of the draw. */
  readonly ordinal: number;
  /** Printed number, in the sequence of the centre that draws, or of the internal draws of an area: a gap shows. */
  readonly serial: string;
  /** Area of the supervised agency; for a session, of its venue; for targets, of the centre that draws them. */
  readonly area: Area;
  /** Seats to fill. */
  readonly k: number;
}

/** A draw by a centre among external supervisors. */
export interface CaseDraw extends Counted {
  readonly purpose: CasePurpose;
  /** 委派机构: the centre that leads the supervision. */
  readonly dispatcher: Area;
  /** The dispatcher, or the provincial centre that widens the pool. */
  readonly drawnBy: Area;
  readonly scope: PoolScope;
}

/** A draw by an agency among its internal supervisors. */
export interface InternalDraw extends Counted {
  readonly purpose: InternalPurpose;
  /** The agency that holds the session and draws. */
  readonly agencyId: string;
}

/** A draw by a centre of what it will supervise. */
export interface TargetDraw extends Counted {
  readonly purpose: TargetPurpose;
  readonly drawnBy: Area;
}

/** 建立抽取 */
export type DrawPrepared = Fact<'DrawPrepared', CaseDraw | InternalDraw | TargetDraw>;

/** 名录冻结: everyone who was ever appointed, in the pool or out of it, with every reason. */
export type PoolFrozen = Fact<
  'PoolFrozen',
  ForPurpose & {
    readonly pool: FrozenPool;
    /** The persons behind the eligible, in the order of the pool; none behind targets. */
    readonly candidates: readonly Member[];
    /** First and last day on site, of the session, or of the period, that the pool was judged by, beside the day of the draw itself. */
    readonly onSiteFrom: LegalDate;
    readonly onSiteTo: LegalDate;
    /** Key under which the draw has its one outcome: 32 bytes in hexadecimal. */
    readonly publicKey: string;
  }
>;

/** 名录不足: nobody is drawn. Ends the draw. */
export type DrawFailed = Fact<'DrawFailed', ForPurpose & { readonly k: number; readonly eligible: number }>;

/** 抽取完成. At most once a draw. Bytes are lower-case hexadecimal. */
export type DrawCompleted = Fact<
  'DrawCompleted',
  ForPurpose & {
    /** The first k of the order; nobody where targets are drawn. */
    readonly drawn: readonly Member[];
    /** The first k of the order, where these are sessions or agencies. */
    readonly targets?: readonly string[];
    readonly poolDigest: string;
    /** ECVRF proof, 80 bytes. */
    readonly proof: string;
    /** ECVRF output, 64 bytes: the seed of the tickets. */
    readonly beta: string;
    /** All candidates, lowest ticket first; the substitutes follow the drawn. */
    readonly order: readonly Ticket[];
  }
>;

/** Why the draw is asked for a substitute. */
export const LEAVING_REASONS = { RECUSED: '回避', DECLINED: '不能参加', UNANSWERED: '经催告未答复', INELIGIBLE: '已不具备委派条件' } as const;
export type LeavingReason = keyof typeof LEAVING_REASONS;

/** One whose turn it was, but who cannot be sent that day; a later seat may still be theirs. */
export interface Skipped {
  readonly supervisorId: string;
  readonly reasons: readonly ExclusionReason[];
}

interface Leaving extends ForPurpose {
  /** supervisorId of the one who left. */
  readonly leaving: string;
  readonly reason: LeavingReason;
  readonly skipped: readonly Skipped[];
}

/** 递补: the next in the order takes the seat. */
export type MemberReplaced = Fact<'MemberReplaced', Leaving & { readonly substitute: Member }>;

/** 无人递补: nobody in the order can take the seat. */
export type SubstitutesExhausted = Fact<'SubstitutesExhausted', Leaving>;

/** Why nobody can join the case any more. */
export const CLOSING_CAUSES = { PRELIMINARY_OPINION_FORMED: '已形成初步督导意见', SUPERVISION_CANCELLED: '督导已取消', SUPERVISION_ENDED: '日常督导已结束' } as const;
export type ClosingCause = keyof typeof CLOSING_CAUSES;

/** 抽取关闭 */
export type DrawClosed = Fact<'DrawClosed', ForPurpose & { readonly cause: ClosingCause }>;

/** Facts of a draw, stream `draw-<drawId>`. */
export type DrawEvent = DrawPrepared | PoolFrozen | DrawFailed | DrawCompleted | MemberReplaced | SubstitutesExhausted | DrawClosed;

/** Rule ids each fact rests on. */
export const drawBasis: Readonly<Record<DrawEvent['type'], readonly string[]>> = {
  DrawPrepared: ['R2.5-1', 'R2.5-2'],
  PoolFrozen: ['R2.5-2', 'R2.5-3', 'R3.6-1', 'R4.1-3'],
  DrawFailed: ['R2.5-2', 'R2.5-3'],
  DrawCompleted: ['R2.5-2'],
  MemberReplaced: ['R2.5-2', 'R2.5-3', 'R3.6-1'],
  SubstitutesExhausted: ['R2.5-2', 'R2.5-3'],
  DrawClosed: ['R2.5-2'],
};
