import type { Recorded } from '#libs/event-sourcing/event';
import { parseCardNumber } from '#libs/regulation/numbers';
import type { BlankCardAssigned, CardEvent } from '#libs/supervisors/card.events';

/** A number with the one assigned before it: a list that grows at its head, so that folding stays linear. */
type Assigned = BlankCardAssigned['data'] & { readonly before: Assigned | undefined };

export interface CardStock {
  readonly onHand: number;
  /** Last serial taken, by year of issue. */
  readonly lastSerial: Readonly<Record<string, number>>;
  readonly lastAssigned: Assigned | undefined;
  /** Deliveries, write-offs and counts on record: type of the fact and its number. */
  readonly records: readonly string[];
}

export const emptyStock: CardStock = { onHand: 0, lastSerial: {}, lastAssigned: undefined, records: [] };

export const recordOf = (type: CardEvent['type'], number: string): string => `${type} ${number}`;

/** The number that a credential's card of that ordinal was given, if it was. */
export function numberFor(stock: CardStock, credentialId: string, ordinal: number): string | undefined {
  for (let card = stock.lastAssigned; card !== undefined; card = card.before) {
    if (card.credentialId === credentialId && card.ordinal === ordinal) return card.number;
  }
  return undefined;
}

function assigned(stock: CardStock, card: BlankCardAssigned['data']): CardStock {
  const number = parseCardNumber(card.number);
  if (number === undefined) throw new Error(`no card number: ${card.number}`);
  return {
    ...stock,
    onHand: stock.onHand - 1,
    lastSerial: { ...stock.lastSerial, [number.year]: number.serial },
    lastAssigned: { ...card, before: stock.lastAssigned },
  };
}

export function evolveStock(stock: CardStock, event: Recorded<CardEvent>): CardStock {
  switch (event.type) {
    case 'BlankCardsReceived':
      return { ...stock, onHand: stock.onHand + event.data.count, records: [...stock.records, recordOf(event.type, event.data.deliveryNo)] };
    case 'BlankCardAssigned':
      return assigned(stock, event.data);
    case 'BlankCardsWrittenOff':
      return { ...stock, onHand: stock.onHand - event.data.count, records: [...stock.records, recordOf(event.type, event.data.recordNo)] };
    case 'StockCounted':
      return { ...stock, onHand: event.data.counted, records: [...stock.records, recordOf(event.type, event.data.countNo)] };
  }
}
