import { upcastingReader } from '#libs/event-sourcing/upcasting';
import { rebuildViews } from '#libs/event-sourcing/rebuild-views';
import type { View } from '#libs/event-sourcing/view';
import { UPCASTERS } from '#libs/record/record';
import { VIEWS_OF_RECORD } from '#libs/record/views';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventReader } from '#libs/sqlite/event-reader';

/** The dearest first, each to who has least: as workers end up that divide the views by weight. */
function sharesOf(views: readonly View<object>[], count: number): readonly (readonly View<object>[])[] {
  const shares = Array.from({ length: count }, () => ({ load: 0, views: [] as View<object>[] }));
  for (const view of views.toSorted((one, other) => (other.weight ?? 1) - (one.weight ?? 1))) {
    const [least] = shares.toSorted((one, other) => one.load - other.load);
    if (least === undefined) break;
    least.load += view.weight ?? 1;
    least.views.push(view);
  }
  return shares.map((share) => share.views);
}

/** One partition: prints a line when it could begin; given a line, folds its share of the views and prints how many events it read. */
const [log = '', path = '', part = '', parts = ''] = process.argv.slice(2);
const share = sharesOf(VIEWS_OF_RECORD, Number(parts))[Number(part)] ?? [];
const store = upcastingReader(await SqliteEventReader.openReadOnly(log), UPCASTERS);
const documents = await SqliteDocumentStore.open(path);
console.log('ready');
process.stdin.once('data', async () => {
  const { events } = await rebuildViews({ store, documents }, share);
  console.log(events);
});
