/** What is drawn: sessions for daily, agencies for special supervision. */
export const TARGET_KINDS = { SESSIONS: '场次', AGENCIES: '评价机构' } as const;
export type TargetKind = keyof typeof TARGET_KINDS;

/** 督导对象: which sessions of a week, or which agencies in a month, will be supervised; the other half of 双随机. */
export interface TargetPurpose {
  readonly kind: 'TARGETS';
  readonly of: TargetKind;
  /** Monday of the week, or the month: `2026-03-09`, `2026-03`. */
  readonly period: string;
}
