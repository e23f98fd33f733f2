import { type AgencyStanding, gatherStanding, isHeldOn, isRevoked } from '#libs/agencies/agency-standing.evolve';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Instant } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { gatherSupervisors, type KnowsSupervisors } from '#libs/sessions/session.guards';
import { sessionRules } from '#libs/sessions/session.rules';

/** What a command knows that begins or moves a session. */
export interface KnowsOperation extends KnowsSupervisors {
  /** What sanctions do to the agency. */
  readonly standing: AgencyStanding;
}

export const gatherOperation = async (agencyId: string, lookup: Lookup): Promise<KnowsOperation> => ({
  ...(await gatherSupervisors(agencyId, lookup)), standing: await gatherStanding(agencyId, lookup),
});

export const requireQualification = ({ standing }: KnowsOperation): void => require(!isRevoked(standing), sessionRules.RevokedAgencyHoldsNoSession);

/** Neither revoked nor on hold at the instant. What has begun goes on, so that candidates do not suffer. */
export function requireOperation(known: KnowsOperation, at: Instant): void {
  requireQualification(known);
  require(!isHeldOn(known.standing, at), sessionRules.SessionNeedsNormalOperation);
}
