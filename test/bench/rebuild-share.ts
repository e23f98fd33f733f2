import { upcastingReader } from '#libs/event-sourcing/upcasting';
import { rebuildViews } from '#libs/event-sourcing/rebuild-views';
import { UPCASTERS, VIEWS_OF_RECORD } from '#libs/record/record';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventReader } from '#libs/sqlite/event-reader';

/** One partition: prints a line when it could begin; given a line, folds its share of the views and prints how many events it read. */
const [log = '', path = '', part = '', parts = ''] = process.argv.slice(2);
const share = VIEWS_OF_RECORD.filter((_view, at) => at % Number(parts) === Number(part));
const store = upcastingReader(await SqliteEventReader.openReadOnly(log), UPCASTERS);
const documents = await SqliteDocumentStore.open(path);
console.log('ready');
process.stdin.once('data', async () => {
  const { events } = await rebuildViews({ store, documents }, share);
  console.log(events);
});
