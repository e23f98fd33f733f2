import { type AgencyStanding, gatherStanding, isHeldOn, isRevoked } from '#libs/agencies/agency-standing.evolve';
import type { TrainingPlanDrafted } from '#libs/agencies/training.events';
import { trainingRules } from '#libs/agencies/training.rules';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Instant } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';

type Trainer = Pick<TrainingPlanDrafted['data'], 'by' | 'organisation'>;

/** What a command knows that plans or begins a training. */
export interface KnowsOperation {
  /** What sanctions do to the agency; none do to other bodies. */
  readonly standing: AgencyStanding;
}

export const gatherOperation = async ({ by, organisation }: Trainer, lookup: Lookup): Promise<KnowsOperation> => ({
  standing: by === 'AGENCY' ? await gatherStanding(organisation, lookup) : [],
});

/** Neither revoked nor on hold: a training that has begun goes on. */
export function requireOperation({ standing }: KnowsOperation, at: Instant): void {
  require(!isRevoked(standing), trainingRules.RevokedAgencyTrainsNobody);
  require(!isHeldOn(standing, at), trainingRules.TrainingNeedsNormalOperation);
}
