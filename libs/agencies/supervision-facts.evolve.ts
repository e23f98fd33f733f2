import type { CaseEvent } from '#libs/cases/case.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import { type Asks, asksAfter } from '#libs/cases/powers.evolve';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';

/** What a supervision's own record says of the agency's conduct. */
export interface SupervisionFacts {
  readonly agencyId?: string;
  /** The agency expressly refused what the opinion, the talk or the letter demands, or was silent after the reminder. */
  readonly refusedToRectify: boolean;
  /** What the supervisors asked it, and what became of that. */
  readonly asks: Asks;
}

const NOTHING: SupervisionFacts = { refusedToRectify: false, asks: [] };

function evolveSupervision(facts: SupervisionFacts, event: CaseEvent | DailyEvent): SupervisionFacts {
  switch (event.type) {
    case 'SpecialSupervisionOpened':
    case 'DailySupervisionPlanned':
      return { ...facts, agencyId: event.data.agencyId };
    case 'RectificationRefused':
    case 'ImprovementRefused':
      return { ...facts, refusedToRectify: true };
    case 'InquiryRaised':
    case 'InquiryAnswered':
    case 'MaterialRequested':
    case 'MaterialProvided':
    case 'MaterialRefused':
      return { ...facts, asks: asksAfter(facts.asks, event) };
    default:
      return facts;
  }
}

/** Refused, or not answered when its last day was over (R4.2(一)). */
export const wasDenied = ({ asks }: SupervisionFacts, today: LegalDate): boolean =>
  asks.some(({ status, answerDue }) => status === 'REFUSED' || (status === 'OPEN' && answerDue.date < today));

export const readSupervision = (stream: string, lookup: Lookup): Promise<SupervisionFacts> =>
  lookup.fold<SupervisionFacts, CaseEvent | DailyEvent>(stream, NOTHING, evolveSupervision);
