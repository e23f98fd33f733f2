import type { Fact, Instant, RecordedEvent } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import type { LedgerDocument } from '#libs/oversight/ledger.book';
import type { DimensionName } from '#libs/oversight/ledger.dimensions';
import type { Cell } from '#libs/oversight/ledger.metric';
import { METRICS } from '#libs/oversight/ledger.metrics';
import { type Contribution, contributionsIn, type Question, rowsOf, sumOf, type Window } from '#libs/oversight/ledger.numbers';
import { ledger } from '#libs/oversight/ledger.view';

/** Ledgers of a few streams, for specs. */
export type Dated = Fact & { readonly occurredAt: Instant; readonly recordedAt?: Instant };

/** Facts as one stream of a store; what is not said to be written down later was written down at once. */
export const streamOf = (stream: string, area: string, facts: readonly Dated[], from = 0): readonly RecordedEvent[] =>
  facts.map(({ type, data, occurredAt, recordedAt = occurredAt }, revision) => {
    const event = recorded({ type, data }, { stream, revision, position: String(from + revision + 1).padStart(20, '0'), occurredAt });
    return { ...event, meta: { ...event.meta, recordedAt, area } };
  });

export function foldedLedger(events: readonly RecordedEvent[]): readonly LedgerDocument[] {
  const documents = new Map<string, LedgerDocument>();
  for (const event of events) {
    for (const key of ledger.keys(event)) {
      const document = ledger.apply(documents.get(key) ?? null, event, key);
      if (document !== null) documents.set(key, document);
    }
  }
  return [...documents.values()];
}

export function question(name: string, where: Cell = {}, window: Window = {}): Question {
  const metric = METRICS.find((listed) => listed.name === name);
  if (metric === undefined) throw new Error(`no metric ${name}`);
  return { metric, where, ...window };
}

export const contributions = (documents: readonly LedgerDocument[], asked: Question): readonly Contribution[] =>
  documents.flatMap((document) => contributionsIn(document, asked));

export const numberOf = (documents: readonly LedgerDocument[], asked: Question): number => sumOf(contributions(documents, asked));

/** Rows that are not zero, by their codes: `{ 'ON_SITE SCHOOL': 1 }`. */
export function table(documents: readonly LedgerDocument[], asked: Question, ...by: readonly DimensionName[]): Readonly<Record<string, number>> {
  const rows = rowsOf(contributions(documents, asked), by, asked.where).filter(({ number }) => number !== 0);
  return Object.fromEntries(rows.map(({ of, number }) => [by.map((name) => of[name]).join(' '), number]));
}
