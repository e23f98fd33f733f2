import type { Recorded } from '#libs/event-sourcing/event';
import type { StockMovement } from '#libs/oversight/ledger.dimensions';
import { type Count, type Metric, streamSource } from '#libs/oversight/ledger.metric';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { CardEvent } from '#libs/supervisors/card.events';

const move = (stockMovement: StockMovement, delta: number): readonly Count[] => (delta === 0 ? [] : [{ of: { stockMovement }, delta }]);

function moved(event: Recorded<CardEvent>): readonly Count[] {
  switch (event.type) {
    case 'BlankCardsReceived':
      return move('RECEIVED', event.data.count);
    case 'BlankCardAssigned':
      return move('ASSIGNED', -1);
    case 'BlankCardsWrittenOff':
      return move(event.data.cause, -event.data.count);
    case 'StockCounted':
      return move('COUNTED', event.data.counted - event.data.expected);
  }
}

const blankCards: Metric<object, CardEvent> = {
  name: 'BlankCards',
  label: '空白证卡库存',
  unit: '张',
  definition: '省中心空白外督证卡:入库减领用、作废、遗失,加减盘点差额,自各笔发生之日起计;合计即库存。',
  dimensions: ['stockMovement'],
  counts: moved,
};

/** The stock has one endless stream and no states: its contributions are kept by the day they were written down. */
export const cardSource = streamSource<object, CardEvent>({
  category: 'cards',
  documentsOf: ({ stream, meta }) => [`${stream}@${legalDateOf(meta.recordedAt)}`],
  opened: () => ({}),
  evolve: (state) => state,
  shared: () => ({}),
  metrics: [blankCards],
});
