import { placeOf } from '#apps/server/src/http/cursor';
import type { Find, StoredDocument } from '#libs/event-sourcing/document-store';
import type { GlobalPosition } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { ViewReader } from '#libs/event-sourcing/view-reader';

/** All documents that it finds, in order: its limit is that of one reading of the store. */
export async function* findAll<D extends object>(views: ViewReader, view: View<D>, find: Find, minPosition: GlobalPosition | undefined): AsyncGenerator<StoredDocument<D>> {
  for (let { after } = find; ; ) {
    const found = await views.find(view, { ...find, ...(after === undefined ? {} : { after }) }, { minPosition });
    yield* found;
    const last = found.at(-1);
    if (last === undefined || found.length < find.limit) return;
    after = placeOf(last, find.order);
  }
}
