import { requireProvincialCenter } from '#libs/access/policy';
import type { CommandRule, Context, Decider } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import { formatCardNumber, MOST_CARDS_A_YEAR } from '#libs/regulation/numbers';
import type { AssignBlankCard, CountStock, ReceiveBlankCards, WriteOffBlankCards } from '#libs/supervisors/card.commands';
import { CARD_STOCK, cardBasis, type CardEvent } from '#libs/supervisors/card.events';
import { type CardStock, emptyStock, evolveStock, numberFor, recordOf } from '#libs/supervisors/card.evolve';
import { cardRules } from '#libs/supervisors/card.rules';

/** Only the provincial centre, and only the one stock. */
function authorise(_command: object, _stock: CardStock, { actor, target }: Context): void {
  requireProvincialCenter(actor);
  require(target === CARD_STOCK, cardRules.ProvinceKeepsOneStock, target);
}

type StockRule<C> = CommandRule<C, CardStock, CardEvent>;

const receiveBlankCards: StockRule<ReceiveBlankCards> = {
  creates: 'either',
  authorise,
  decide: ({ count, deliveryNo }, { records }) =>
    records.includes(recordOf('BlankCardsReceived', deliveryNo)) ? [] : [{ type: 'BlankCardsReceived', data: { count, deliveryNo } }],
};

const assignBlankCard: StockRule<AssignBlankCard> = {
  creates: 'either',
  authorise,
  decide: ({ credentialId, ordinal }, stock, { now }) => {
    if (numberFor(stock, credentialId, ordinal) !== undefined) return [];
    require(stock.onHand > 0, cardRules.BlankCardIsOnHand);
    const year = Number(legalDateOf(now).slice(0, 4));
    const serial = (stock.lastSerial[year] ?? 0) + 1;
    require(serial <= MOST_CARDS_A_YEAR, cardRules.SerialsAreLeft);
    return [{ type: 'BlankCardAssigned', data: { number: formatCardNumber({ year, serial }), credentialId, ordinal } }];
  },
};

const writeOffBlankCards: StockRule<WriteOffBlankCards> = {
  creates: 'either',
  authorise,
  decide: ({ count, cause, reason, recordNo }, { onHand, records }) => {
    if (records.includes(recordOf('BlankCardsWrittenOff', recordNo))) return [];
    require(count <= onHand, cardRules.BlankCardIsOnHand, String(onHand));
    return [{ type: 'BlankCardsWrittenOff', data: { count, cause, reason, recordNo } }];
  },
};

const countStock: StockRule<CountStock> = {
  creates: 'either',
  authorise,
  decide: ({ counted, reason = '', countNo }, { onHand, records }) => {
    if (records.includes(recordOf('StockCounted', countNo))) return [];
    const differs = counted !== onHand;
    require(!differs || reason.trim() !== '', cardRules.DifferenceIsExplained, String(counted - onHand));
    return [{ type: 'StockCounted', data: { counted, expected: onHand, ...(differs && { reason }), countNo } }];
  },
};

export const cardDecider: Decider<CardStock, CardEvent> = {
  category: 'cards',
  initial: emptyStock,
  evolve: evolveStock,
  basis: cardBasis,
  area: () => CARD_STOCK,
  commands: {
    ReceiveBlankCards: receiveBlankCards, AssignBlankCard: assignBlankCard, WriteOffBlankCards: writeOffBlankCards, CountStock: countStock,
  },
};
