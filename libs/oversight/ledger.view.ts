import { categoryOf, type RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { book, type LedgerDocument } from '#libs/oversight/ledger.book';
import { SOURCES } from '#libs/oversight/ledger.metrics';
import type { Source } from '#libs/oversight/ledger.metric';

const CATEGORIES = [...new Set(SOURCES.flatMap(({ categories }) => categories))];
const READERS: ReadonlyMap<string, readonly Source[]> = new Map(CATEGORIES.map((category) => [category, SOURCES.filter(({ categories }) => categories.includes(category))]));

function sourceOf(key: string): Source {
  const source = SOURCES.find(({ category }) => category === categoryOf(key));
  if (source === undefined) throw new Error(`the ledger keeps no ${key}`);
  return source;
}

const documentsOf = (event: RecordedEvent): readonly string[] => (READERS.get(categoryOf(event.stream)) ?? []).flatMap((source) => source.documentsOf(event));

/** 统计台账: the signed contributions of every record. Its version follows every fold and metric of `SOURCES`. */
export const ledger: View<LedgerDocument> = {
  name: 'ledger',
  version: 6,
  weight: 24,
  categories: CATEGORIES,
  indexes: ['category', 'area'],
  keys: documentsOf,
  apply: (document, event, key) => book(sourceOf(key), document, event),
};
