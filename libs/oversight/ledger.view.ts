import { categoryOf, type RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { book, type LedgerDocument } from '#libs/oversight/ledger.book';
import { SOURCES } from '#libs/oversight/ledger.metrics';
import type { Source } from '#libs/oversight/ledger.metric';

function sourceOf({ stream }: RecordedEvent): Source {
  const source = SOURCES.find(({ category }) => category === categoryOf(stream));
  if (source === undefined) throw new Error(`the ledger does not fold ${stream}`);
  return source;
}

/** 统计台账: the signed contributions of every stream. Its version follows every fold and metric of `SOURCES`. */
export const ledger: View<LedgerDocument> = {
  name: 'ledger',
  version: 3,
  weight: 24,
  categories: SOURCES.map(({ category }) => category),
  indexes: ['category', 'area'],
  keys: (event) => [sourceOf(event).documentOf(event)],
  apply: (document, event) => book(sourceOf(event), document, event),
};
