import type { Feed } from '#libs/event-sourcing/feed';
import type { CardEvent } from '#libs/supervisors/card.events';
import type { InternalCardEvent } from '#libs/supervisors/internal-card.events';

/** The province's stock of blank cards. */
export const cardFeed: Feed<CardEvent> = {
  BlankCardsReceived: { count: true },
  BlankCardAssigned: '领用只供内部编号,证卡见核发证卡事件',
  BlankCardsWrittenOff: { count: true, cause: true },
  StockCounted: { counted: true, expected: true },
};

export const internalCardFeed: Feed<InternalCardEvent> = {
  InternalCardNumberClaimed: '占用编号只供内部查重,证卡见核发证卡事件',
};
