import type { InquiryAnswered, InquiryRaised, MaterialProvided, MaterialRefused, MaterialRequested } from '#libs/cases/powers.events';
import type { Ask } from '#libs/cases/powers.evolve';
import type { Recorded } from '#libs/event-sourcing/event';

/** A question or request as the agency reads it, with what it said itself. */
export interface TakenAsk extends Ask, Pick<InquiryRaised['data'], 'item' | 'text'> {
  readonly answer?: string;
  readonly refusal?: string;
  readonly late?: boolean;
}

export type AskEvent = InquiryRaised | InquiryAnswered | MaterialRequested | MaterialProvided | MaterialRefused;
export const ASK_EVENTS: Readonly<Record<AskEvent['type'], true>> = { InquiryRaised: true, InquiryAnswered: true, MaterialRequested: true, MaterialProvided: true, MaterialRefused: true };

const changed = (asks: readonly TakenAsk[], no: number, change: Partial<TakenAsk>): readonly TakenAsk[] => asks.map((ask) => (ask.no === no ? { ...ask, ...change } : ask));

export function takenAsks(asks: readonly TakenAsk[], { type, data }: Recorded<AskEvent>): readonly TakenAsk[] {
  switch (type) {
    case 'InquiryRaised':
      return [...asks, { ...data, kind: 'INQUIRY', status: 'OPEN' }];
    case 'MaterialRequested':
      return [...asks, { ...data, kind: 'MATERIAL', status: 'OPEN' }];
    case 'InquiryAnswered':
      return changed(asks, data.no, { status: 'ANSWERED', answer: data.answer, late: data.late });
    case 'MaterialProvided':
      return changed(asks, data.no, { status: 'ANSWERED', late: data.late });
    case 'MaterialRefused':
      return changed(asks, data.no, { status: 'REFUSED', refusal: data.reason });
  }
}
