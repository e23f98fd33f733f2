import { setTimeout } from 'node:timers/promises';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import { Upcasters } from '#libs/event-sourcing/upcasters';
import { upcastingReader } from '#libs/event-sourcing/upcasting';
import type { View } from '#libs/event-sourcing/view';
import { ViewRunner } from '#libs/event-sourcing/view-runner';
import { SqliteEventReader } from '#libs/sqlite/event-reader';
import { type DocumentsAt, openDocuments } from '#test/support/document-places';
import { tallySums } from '#test/support/tally';

const POLL_MS = 2;
const HESITATION_MS = 15;

/** Folds the log of the first argument into the documents of the second, and prints a line for each fold of one event. */
const [log = '', at = ''] = process.argv.slice(2);
const view = tallySums();
const told: typeof view = {
  ...view,
  apply: (document, event, key) => {
    // Not `writeSync`: on a full pipe it throws, and the fold that threw would be parked.
    process.stdout.write(`${event.position} ${key}\n`);
    return view.apply(document, event, key);
  },
};
const store = upcastingReader(await SqliteEventReader.openReadOnly(log), new Upcasters());
const documents = await openDocuments(JSON.parse(at) as DocumentsAt);
/** Between loading and writing there is time for the other process to write, and for the kill. */
const slow = Object.assign(Object.create(documents) as DocumentStore, {
  write: async (...asked: Parameters<DocumentStore['write']>) => {
    await setTimeout(Math.random() * HESITATION_MS);
    return documents.write(...asked);
  },
});
const runner = new ViewRunner({ store, documents: slow }, [told] as unknown as readonly View<object>[]);
for (;;) {
  await runner.catchUp();
  // Nothing wakes a reader of another process.
  await setTimeout(POLL_MS);
}
