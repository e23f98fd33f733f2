import { setImmediate } from 'node:timers/promises';
import type { Find } from '#libs/event-sourcing/document-store';
import type { GlobalPosition, RecordedEvent } from '#libs/event-sourcing/event';
import type { UpcastingReader } from '#libs/event-sourcing/upcasting';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import type { LedgerDocument } from '#libs/oversight/ledger.book';
import { type Contribution, contributionsIn, type Question } from '#libs/oversight/ledger.numbers';
import { ledger } from '#libs/oversight/ledger.view';

const PAGE = 200;

/**
 * The live documents, folded to the position or beyond. What lies beyond is for the reader to leave out: then all of
 * them agree, however long the reading takes. Between pages others have their turn.
 * @throws ViewBehind
 */
export async function* ledgerDocuments(views: Pick<ViewReader, 'find'>, where: NonNullable<Find['where']>, position: GlobalPosition | undefined): AsyncGenerator<LedgerDocument, void> {
  for (let key = ''; ; ) {
    const documents = await views.find(ledger, { where, after: { key }, limit: PAGE }, { minPosition: position });
    for (const { body } of documents) if (body !== null) yield body;
    const last = documents.at(-1);
    if (last === undefined || documents.length < PAGE) return;
    key = last.key;
    await setImmediate();
  }
}

/** All contributions that answer the question. @throws ViewBehind */
export async function readLedger(views: Pick<ViewReader, 'find'>, asked: Question): Promise<readonly Contribution[]> {
  const { area } = asked.where;
  const where = { category: asked.metric.category, ...(area === undefined ? {} : { area }) };
  const found: Contribution[] = [];
  for await (const document of ledgerDocuments(views, where, asked.position)) found.push(...contributionsIn(document, asked));
  return found;
}

/** The ledger folded from the log itself, beside every view: a second way to the same numbers. */
export async function foldLedger(log: Pick<UpcastingReader, 'readAll' | 'upcasters'>): Promise<FoldedLedger> {
  const documents = new Map<string, LedgerDocument>();
  let position: GlobalPosition | undefined;
  for (;;) {
    const page = await log.readAll({ after: position, max: PAGE, categories: ledger.categories });
    for (const event of page.events) fold(documents, event);
    position = page.scannedTo;
    if (page.atHead) return { documents: [...documents.values()], position };
  }
}

export interface FoldedLedger {
  readonly documents: readonly LedgerDocument[];
  /** Place of the log up to which it is folded. */
  readonly position: GlobalPosition | undefined;
}

function fold(documents: Map<string, LedgerDocument>, event: RecordedEvent): void {
  for (const key of ledger.keys(event)) {
    const document = ledger.apply(documents.get(key) ?? null, event, key);
    if (document !== null) documents.set(key, document);
  }
}
