import { addDays } from '#libs/regulation/legal-date';
import { province } from '#libs/simulation/actors';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { lookAt, send, type Story, waitUntil } from '#libs/simulation/story';
import type { CountStock, ReceiveBlankCards, WriteOffBlankCards } from '#libs/supervisors/card.commands';
import { type CardEvent, CARD_STOCK, CARDS_STREAM } from '#libs/supervisors/card.events';
import { emptyStock, evolveStock } from '#libs/supervisors/card.evolve';

const DELIVERY = 200;
const SPOILED = 2;

/** The province's blank cards: a delivery each January, some spoiled in printing, a count each December. */
export function* cardStockStory(firstYear: number, lastYear: number): Story {
  for (let year = firstYear; year <= lastYear; year += 1) {
    const delivery: ReceiveBlankCards = { count: DELIVERY, deliveryNo: `${year}-入1` };
    yield* waitUntil(timeOf(workingDay(`${year}-01-01`, 2), '09:00'));
    yield* send(province, 'ReceiveBlankCards', CARD_STOCK, delivery);
    const spoiled: WriteOffBlankCards = { count: SPOILED, cause: 'SPOILED', reason: '打印错位', recordNo: `${year}-损1` };
    yield* waitUntil(timeOf(workingDay(`${year}-04-20`, 0), '11:00'));
    yield* send(province, 'WriteOffBlankCards', CARD_STOCK, spoiled);
    yield* waitUntil(timeOf(workingDay(addDays(`${year}-12-20`, 0), 1), '14:30'));
    const { onHand } = yield* lookAt(CARDS_STREAM, emptyStock, evolveStock as (stock: typeof emptyStock, event: CardEvent) => typeof emptyStock);
    const count: CountStock = year % 2 === 0 ? { counted: onHand, countNo: `${year}-盘1` } : { counted: onHand - 1, reason: '缺1张,正在查找', countNo: `${year}-盘1` };
    yield* send(province, 'CountStock', CARD_STOCK, count);
  }
}
