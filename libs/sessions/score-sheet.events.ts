import type { Fact } from '#libs/event-sourcing/event';
import type { Deadline } from '#libs/regulation/deadline';

/** Points for one item of the template. */
export interface ItemScore {
  readonly item: string;
  readonly points: number;
  readonly remark?: string;
}

/** 上传内部督导评分表: until it is locked a further upload replaces it; the earlier one stays in the stream. */
export type ScoreSheetUploaded = Fact<
  'ScoreSheetUploaded',
  {
    /** 1 for the first upload, 2 for the next … */
    readonly version: number;
    /** The template that is in force on the first day of the session. */
    readonly templateVersion: string;
    /** Credential of the internal supervisor who uploads it. */
    readonly supervisorId: string;
    /** In the order of the template, each item once. */
    readonly scores: readonly ItemScore[];
    readonly total: number;
    /** Most points by the template; absent in sheets from before it was written down. */
    readonly fullScore?: number;
    /** SHA-256 of the signed sheet in hexadecimal. */
    readonly sha256: string;
    /** After the due date, which was then. */
    readonly late: boolean;
  }
>;

/** 评分表逾期未上传 */
export type ScoreSheetOverdue = Fact<'ScoreSheetOverdue', { readonly due: Deadline }>;

/** 评分表期限重新计算: a year that it was counted in has been published. */
export type ScoreSheetDueRecomputed = Fact<'ScoreSheetDueRecomputed', { readonly due: Deadline }>;

/** 评分表锁定: it changes no more, and the results may follow. */
export type ScoreSheetLocked = Fact<'ScoreSheetLocked', { readonly version: number; readonly supervisorId: string }>;

/** 认定结果确定: how many took part and how many passed; who they are is no matter of supervision. */
export type ResultsFinalised = Fact<'ResultsFinalised', { readonly candidates: number; readonly passed: number }>;

export type ScoreSheetEvent = ScoreSheetUploaded | ScoreSheetOverdue | ScoreSheetDueRecomputed | ScoreSheetLocked | ResultsFinalised;

export const scoreSheetBasis = {
  ScoreSheetUploaded: ['R3.3-3', 'R3.3-4', 'R-ATT-1'],
  ScoreSheetOverdue: ['R3.3-4'],
  ScoreSheetDueRecomputed: ['R3.3-4'],
  ScoreSheetLocked: ['R3.3-4'],
  ResultsFinalised: ['R3.3-4'],
} as const satisfies Readonly<Record<ScoreSheetEvent['type'], readonly string[]>>;
