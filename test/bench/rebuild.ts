import { rebuildViews } from '#libs/event-sourcing/rebuild-views';
import { upcastingReader } from '#libs/event-sourcing/upcasting';
import { UPCASTERS } from '#libs/record/record';
import { VIEWS_OF_RECORD } from '#libs/record/views';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventReader } from '#libs/sqlite/event-reader';
import { seconds } from '#test/bench/work';

/** Folds a log into all views in a process of its own, as an operator would; prints events, seconds, and the most memory that it ever had, in MB. */
const [log = '', path = ''] = process.argv.slice(2);
const store = upcastingReader(await SqliteEventReader.openReadOnly(log), UPCASTERS);
const documents = await SqliteDocumentStore.open(path);
let events = 0;
const took = await seconds(async () => {
  ({ events } = await rebuildViews({ store, documents }, VIEWS_OF_RECORD));
});
await documents.close();
console.log(JSON.stringify({ events, took, peak: process.resourceUsage().maxRSS / 1024 }));
