import { allDone } from '#libs/event-sourcing/all-done';
import type { GlobalPosition } from '#libs/event-sourcing/event';
import { parkedCollection } from '#libs/event-sourcing/fold-documents';
import type { Progress } from '#libs/event-sourcing/progress';
import type { View } from '#libs/event-sourcing/view';
import { declareCollection, foldPage, freshCollection, pointerOf, staleness, type Target, type ViewRuntime } from '#libs/event-sourcing/view-runner';

/** Small, so that what a page leaves behind dies young: memory is to stay flat. */
const PAGE = 400;

/** Views that have no documents yet, or whose documents were made by another version of the fold or of another log. */
export async function staleViews(runtime: ViewRuntime, views: readonly View<object>[]): Promise<readonly View<object>[]> {
  const checked = await Promise.all(
    views.map(async (view) => {
      const pointer = await runtime.documents.pointer(pointerOf(view));
      if (pointer === undefined) return true;
      const checkpoint = await runtime.documents.checkpoint(pointer);
      return staleness(view, pointer, checkpoint, runtime.store.storeId) !== undefined;
    }),
  );
  return views.filter((_view, index) => checked[index]);
}

/** Waited for after each page; what it throws ends the build, which goes on there the next time. */
type OnProgress = (progress: Progress) => void | Promise<void>;

/**
 * Builds new documents beside the live ones, which go on serving; switches by compare-and-set when the head is reached.
 * The old stay for those who are still reading them, and go with `dropRetired`. One that was killed goes on where it
 * stopped.
 */
export async function rebuildViews(runtime: ViewRuntime, views: readonly View<object>[], onProgress: OnProgress = () => undefined): Promise<Progress> {
  await dropRetired(runtime, views);
  const plans = await Promise.all(
    views.map(async (view) => {
      const old = await runtime.documents.pointer(pointerOf(view));
      return { view, old, fresh: freshCollection(view, old) };
    }),
  );
  const builds = plans.map(({ view, fresh }) => ({ view, collection: fresh }));
  const progress = await build(runtime, builds, undefined, onProgress);
  for (const plan of plans) await moveOver(runtime, plan);
  return progress;
}

const retiredOf = (view: View<object>): string => `retired:${view.name}`;

/** Names the old as retired first: whatever a crash leaves, the live collection is known and nothing is forgotten. */
async function moveOver({ documents }: ViewRuntime, { view, old, fresh }: { readonly view: View<object>; readonly old: string | undefined; readonly fresh: string }): Promise<void> {
  if (old !== undefined) await documents.movePointer(retiredOf(view), await documents.pointer(retiredOf(view)), old);
  if (await documents.movePointer(pointerOf(view), old, fresh)) return;
  if ((await documents.pointer(pointerOf(view))) !== fresh) throw new Error(`view ${view.name} was switched by someone else meanwhile`);
}

/** Drops the documents that served before the last switch: nobody reads them any more. */
export async function dropRetired(runtime: ViewRuntime, views: readonly View<object>[]): Promise<void> {
  for (const view of views) {
    const retired = await runtime.documents.pointer(retiredOf(view));
    const live = await runtime.documents.pointer(pointerOf(view));
    if (retired !== undefined && retired !== live) await dropCollection(runtime, retired);
  }
}

/** Folds the log, up to a position or its head, into the collections; each goes on where it stood. */
export async function build(runtime: ViewRuntime, builds: readonly Build[], upTo: GlobalPosition | undefined, onProgress: OnProgress): Promise<Progress> {
  const { store } = runtime;
  const end = upTo ?? (await store.head());
  const whole = store.distance(undefined, end);
  const within = (position: GlobalPosition): boolean => upTo === undefined || position <= upTo;
  let progress: Progress = { events: 0, part: 0, parked: 0 };
  const targets = await begin(runtime, builds);
  let after = startOf(targets);
  for (;;) {
    const page = await store.readAll({ after, max: PAGE });
    const events = page.events.filter((event) => within(event.position));
    const reached = page.scannedTo === undefined || within(page.scannedTo) ? page.scannedTo : upTo;
    let { parked } = progress;
    // Together, so that they share what a store can make durable at once.
    const foldInto = async (target: Target): Promise<void> => {
      const stopped = reached === undefined ? 0 : await foldPage(runtime, target, events, reached);
      parked += stopped;
    };
    await allDone(targets.map(foldInto));
    const part = whole === 0 ? 1 : Math.min(1, store.distance(undefined, reached) / whole);
    progress = { events: progress.events + events.length, part, parked };
    await onProgress(progress);
    if (page.atHead || reached === upTo) return progress;
    after = page.scannedTo;
  }
}

type Build = Omit<Target, 'position'>;

/** One that was killed has folded a part already, unless of another log. */
async function begin(runtime: ViewRuntime, builds: readonly Build[]): Promise<readonly Target[]> {
  const { documents, store } = runtime;
  const targets: Target[] = [];
  for (const { view, collection } of builds) {
    const begun = await documents.checkpoint(collection);
    if (begun !== undefined && begun.storeId !== store.storeId) await dropCollection(runtime, collection);
    await declareCollection(documents, view, collection);
    targets.push({ view, collection, position: (await documents.checkpoint(collection))?.position });
  }
  return targets;
}

const startOf = (targets: readonly Target[]): GlobalPosition | undefined => {
  const positions = targets.map(({ position }) => position);
  return positions.includes(undefined) ? undefined : positions.sort()[0];
};

export async function dropCollection({ documents }: ViewRuntime, collection: string): Promise<void> {
  await documents.drop(collection);
  await documents.drop(parkedCollection(collection));
  await documents.dropCheckpoint(collection);
}
