import type { CaseEvent } from '#libs/cases/case.events';
import type { Lookup } from '#libs/event-sourcing/decider';

/** What a supervision's own record says of the agency's conduct. */
export interface SupervisionFacts {
  readonly agencyId?: string;
  /** The agency expressly refused what the opinion demands, or was silent after the reminder. */
  readonly refusedToRectify: boolean;
}

const NOTHING: SupervisionFacts = { refusedToRectify: false };

function evolveSupervision(facts: SupervisionFacts, event: CaseEvent): SupervisionFacts {
  if (event.type === 'SpecialSupervisionOpened') return { ...facts, agencyId: event.data.agencyId };
  if (event.type === 'RectificationRefused') return { ...facts, refusedToRectify: true };
  return facts;
}

export const readSupervision = (stream: string, lookup: Lookup): Promise<SupervisionFacts> =>
  lookup.fold<SupervisionFacts, CaseEvent>(stream, NOTHING, evolveSupervision);
