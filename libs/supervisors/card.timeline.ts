import { type Sentences, telling } from '#libs/event-sourcing/telling';
import type { CardEvent } from '#libs/supervisors/card.events';

const SENTENCES: Sentences<CardEvent> = {
  BlankCardsReceived: ({ count, deliveryNo }) => `空白证卡入库${count}张(${deliveryNo})。`,
  BlankCardAssigned: ({ number, ordinal }) => `领用空白证卡1张,编号${number},为该资格的第${ordinal}张证卡。`,
  BlankCardsWrittenOff: ({ count, cause, reason, recordNo }) => `空白证卡${cause === 'LOST' ? '遗失' : '作废'}${count}张(${recordNo}):${reason}`,
  StockCounted: ({ counted, expected, reason, countNo }) =>
    `盘点空白证卡${counted}张,台账${expected}张(${countNo})${reason === undefined ? ',账实相符。' : `:${reason}`}`,
};

/** 空白证卡台账的历程 */
export const tellCardStock = telling(SENTENCES);
