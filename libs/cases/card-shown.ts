/** What was wrong with the card that the supervisor gave the number of. */
export const CARD_FLAGS = { MISSING: '未提供证卡编号', MISMATCH: '证卡编号不是本人当日有效证卡' } as const;
export type CardFlag = keyof typeof CARD_FLAGS;

/** The card that a supervisor wore, showed or gave with the login. */
export interface CardShown {
  readonly cardNumber?: string;
  readonly cardFlag?: CardFlag;
}
