import { RECUSAL_REASONS, type RecusalReason } from '#libs/regulation/own-codes';

/** What a supervisor signs before accepting (R3.6-1, A-33). Changed words are a new version. */
export const NO_CONFLICT_DECLARATION: { readonly version: string; readonly text: string; readonly denies: readonly RecusalReason[] } = {
  version: 'NCD-2026-1',
  denies: Object.keys(RECUSAL_REASONS) as RecusalReason[],
  text: `本人声明:与本次被督导的评价机构及参加认定人员之间不存在下列可能影响客观公正督导的情形:${Object.values(RECUSAL_REASONS).join(';')}。如有隐瞒,愿承担相应责任。`,
};
