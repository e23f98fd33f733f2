import type { CardShown } from '#libs/cases/card-shown';
import { type GroupState, isActive } from '#libs/cases/case-group.evolve';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import type { SupervisorState } from '#libs/supervisors/credential.evolve';
import { liveCards } from '#libs/supervisors/standing.evolve';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';

export interface KnowsCards {
  /** By supervisorId. */
  readonly credentials: Readonly<Record<string, SupervisorState>>;
}

/** The credentials of those drawn: who acts is known only to the decision. */
export async function gatherCards({ group }: { readonly group: GroupState }, lookup: Lookup): Promise<KnowsCards> {
  const credentials: Record<string, SupervisorState> = {};
  for (const { supervisorId } of group.seats.filter(isActive)) {
    credentials[supervisorId] = await lookup.fold<SupervisorState, SupervisorEvent>(`supervisor-${supervisorId}`, undefined, evolveSupervisor);
  }
  return { credentials };
}

/** A card that is missing or another's is flagged, the supervision goes on (R2.7(一)a). */
export function cardShown(cardNumber: string | undefined, credential: SupervisorState, on: LegalDate): CardShown {
  if (cardNumber === undefined) return { cardFlag: 'MISSING' };
  const own = credential !== undefined && liveCards(credential, on).some((card) => card.number === cardNumber);
  return own ? { cardNumber } : { cardNumber, cardFlag: 'MISMATCH' };
}
