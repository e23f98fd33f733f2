import type { AgencySanctionCase } from '#libs/agencies/agency-sanction.evolve';

/** How far a sanction case has come. */
export const AGENCY_SANCTION_STAGES = {
  OPENED: '已立案', NOTIFIED: '已告知', CORRECTING: '限期改正', CORRECTION_SUBMITTED: '改正待审核', CORRECTION_REFUSED: '拒不改正', REVOCATION_PROPOSED: '提请取消资格', RESUMED: '已恢复', REVOKED: '已取消资格', WITHDRAWN: '已撤销',
} as const;
export type AgencySanctionStage = keyof typeof AGENCY_SANCTION_STAGES;

const OF_CORRECTION = { ORDERED: 'CORRECTING', SUBMITTED: 'CORRECTION_SUBMITTED', REFUSED: 'CORRECTION_REFUSED', ACCEPTED: 'RESUMED' } as const;

export function stageOf({ ended, proposal, correction, notice }: Pick<AgencySanctionCase, 'ended' | 'proposal' | 'correction' | 'notice'>): AgencySanctionStage {
  if (ended !== undefined) return ended;
  if (proposal?.open === true) return 'REVOCATION_PROPOSED';
  if (notice !== undefined) return 'NOTIFIED';
  return correction === undefined ? 'OPENED' : OF_CORRECTION[correction.step];
}
