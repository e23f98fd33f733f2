import type { Fact } from '#libs/event-sourcing/event';

/** The one stock of the province's blank external cards and their numbers. */
export const CARD_STOCK = 'FJ';
export const CARDS_STREAM = `cards-${CARD_STOCK}`;

/** 空白证卡入库 */
export type BlankCardsReceived = Fact<
  'BlankCardsReceived',
  {
    /** Number of cards, at least 1. */
    readonly count: number;
    /** Number of the delivery; the same number again is the same delivery. */
    readonly deliveryNo: string;
  }
>;

/** 领用空白证卡: one blank card becomes a card; its number is taken for ever, whatever becomes of the card. */
export type BlankCardAssigned = Fact<
  'BlankCardAssigned',
  {
    readonly number: string;
    readonly credentialId: string;
    /** 1 for the first card of the credential, 2 for the next … */
    readonly ordinal: number;
  }
>;

/** 空白证卡作废或遗失 */
export type BlankCardsWrittenOff = Fact<
  'BlankCardsWrittenOff',
  {
    readonly count: number;
    readonly cause: 'SPOILED' | 'LOST';
    readonly reason: string;
    /** Number of the record; the same number again is the same record. */
    readonly recordNo: string;
  }
>;

/** 盘点: what was counted is the stock from here. */
export type StockCounted = Fact<
  'StockCounted',
  {
    readonly counted: number;
    /** What the record said before. */
    readonly expected: number;
    /** Why they differ; absent where they do not. */
    readonly reason?: string;
    /** Number of the count; the same number again is the same count. */
    readonly countNo: string;
  }
>;

export type CardEvent = BlankCardsReceived | BlankCardAssigned | BlankCardsWrittenOff | StockCounted;

export const cardBasis: Readonly<Record<CardEvent['type'], readonly string[]>> = {
  BlankCardsReceived: ['R2.3-2'],
  BlankCardAssigned: ['R2.3-2', 'R2.3-6'],
  BlankCardsWrittenOff: ['R2.3-2'],
  StockCounted: ['R2.3-2'],
};
