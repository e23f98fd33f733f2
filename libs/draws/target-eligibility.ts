import type { TargetAgency, TargetSession } from '#libs/draws/draw-targets.view';
import type { LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { TargetExclusionReason } from '#libs/regulation/own-codes';

/** Something that may be supervised, with every reason against drawing it. */
export interface JudgedTarget {
  readonly candidateId: string;
  readonly reasons: readonly TargetExclusionReason[];
}

type Reasons = readonly (readonly [boolean, TargetExclusionReason])[];

const holding = (reasons: Reasons): readonly TargetExclusionReason[] => reasons.filter(([holds]) => holds).map(([, reason]) => reason);

/** A city never supervises a branch of a central body (R1.5-2). */
const isOutOfReach = (center: Area, { isCentralBranch }: { readonly isCentralBranch: boolean }): boolean => center !== 'FJ' && isCentralBranch;

export const judgeSession = (center: Area, today: LegalDate, session: TargetSession): JudgedTarget => ({
  candidateId: session.sessionId,
  reasons: holding([
    [isOutOfReach(center, session), 'CENTRAL_BRANCH'],
    [session.cancelled, 'SESSION_CANCELLED'],
    [session.ended || session.startsOn < today, 'SESSION_OVER'],
    [session.tasks.length > 0, 'ALREADY_SUPERVISED'],
  ]),
});

export const judgeAgency = (center: Area, agency: TargetAgency): JudgedTarget => ({
  candidateId: agency.agencyId,
  reasons: holding([
    [isOutOfReach(center, agency), 'CENTRAL_BRANCH'],
    [agency.revoked, 'REVOKED'],
  ]),
});
