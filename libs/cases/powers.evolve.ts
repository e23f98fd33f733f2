import type { PowerEvent } from '#libs/cases/powers.events';
import type { Recorded } from '#libs/event-sourcing/event';
import type { Deadline } from '#libs/regulation/deadline';

/** A question or a request to the agency, and what became of it. */
export interface Ask {
  readonly no: number;
  readonly kind: 'INQUIRY' | 'MATERIAL';
  readonly answerDue: Deadline;
  readonly status: 'OPEN' | 'REFUSED' | 'ANSWERED';
}

export type Asks = readonly Ask[];

const changed = (asks: Asks, no: number, status: Ask['status']): Asks => asks.map((ask) => (ask.no === no ? { ...ask, status } : ask));

/** What the agency was asked for, after a fact. */
export function asksAfter(asks: Asks, { type, data }: Pick<Recorded<PowerEvent>, 'type' | 'data'>): Asks {
  const event = { type, data } as PowerEvent;
  switch (event.type) {
    case 'InquiryRaised':
      return [...asks, { no: event.data.no, kind: 'INQUIRY', answerDue: event.data.answerDue, status: 'OPEN' }];
    case 'MaterialRequested':
      return [...asks, { no: event.data.no, kind: 'MATERIAL', answerDue: event.data.answerDue, status: 'OPEN' }];
    case 'InquiryAnswered':
    case 'MaterialProvided':
      return changed(asks, event.data.no, 'ANSWERED');
    case 'MaterialRefused':
      return changed(asks, event.data.no, 'REFUSED');
    case 'EvidenceAdded':
    case 'RewardOrPenaltyRecommended':
    case 'ObstructionReported':
    case 'ImproperRequestReported':
    case 'ResearchReported':
      return asks;
  }
}
