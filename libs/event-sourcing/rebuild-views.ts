import { createHash } from 'node:crypto';
import type { GlobalPosition } from '#libs/event-sourcing/event';
import { parkedCollection } from '#libs/event-sourcing/fold-documents';
import type { View } from '#libs/event-sourcing/view';
import { collectionName, declareCollection, foldPage, generationOf, pointerOf, staleness, type Target, type ViewRuntime } from '#libs/event-sourcing/view-runner';

const PAGE = 1000;

export interface Progress {
  readonly events: number;
  /** Part of the log that is folded, 0 to 1. */
  readonly part: number;
  /** Documents that stopped at an event they could not fold. */
  readonly parked: number;
}

/** Views whose live documents were made by another version of the fold, or of another log. */
export async function staleViews(runtime: ViewRuntime, views: readonly View<object>[]): Promise<readonly View<object>[]> {
  const checked = await Promise.all(
    views.map(async (view) => {
      const pointer = await runtime.documents.pointer(pointerOf(view));
      if (pointer === undefined) return false;
      const checkpoint = await runtime.documents.checkpoint(pointer);
      return staleness(view, pointer, checkpoint, runtime.store.storeId) !== undefined;
    }),
  );
  return views.filter((_view, index) => checked[index]);
}

/**
 * Builds new documents beside the live ones, which go on serving; switches by compare-and-set when the head is
 * reached; then drops the old. One that was killed goes on where it stopped.
 */
export async function rebuildViews(runtime: ViewRuntime, views: readonly View<object>[], onProgress: (progress: Progress) => void = () => undefined): Promise<Progress> {
  const { documents } = runtime;
  const plans = await Promise.all(
    views.map(async (view) => {
      const old = await documents.pointer(pointerOf(view));
      return { view, old, fresh: collectionName(view, generationOf(old) + 1) };
    }),
  );
  const builds = plans.map(({ view, fresh }) => ({ view, collection: fresh }));
  const progress = await build(runtime, builds, undefined, onProgress);
  for (const { view, old, fresh } of plans) {
    if (!(await documents.movePointer(pointerOf(view), old, fresh))) throw new Error(`view ${view.name} was switched by someone else meanwhile`);
    if (old !== undefined) await dropCollection(runtime, old);
  }
  return progress;
}

async function build(runtime: ViewRuntime, builds: readonly Build[], upTo: GlobalPosition | undefined, onProgress: (progress: Progress) => void): Promise<Progress> {
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
    if (reached !== undefined) for (const target of targets) parked += await foldPage(runtime, target, events, reached);
    const part = whole === 0 ? 1 : Math.min(1, store.distance(undefined, reached) / whole);
    progress = { events: progress.events + events.length, part, parked };
    onProgress(progress);
    if (page.atHead || reached === upTo) return progress;
    after = page.scannedTo;
  }
}

type Build = Omit<Target, 'position'>;

/** One that was killed has folded a part already. */
async function begin({ documents }: ViewRuntime, builds: readonly Build[]): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (const { view, collection } of builds) {
    await declareCollection(documents, view, collection);
    targets.push({ view, collection, position: (await documents.checkpoint(collection))?.position });
  }
  return targets;
}

const startOf = (targets: readonly Target[]): GlobalPosition | undefined => {
  const positions = targets.map(({ position }) => position);
  return positions.includes(undefined) ? undefined : positions.sort()[0];
};

async function dropCollection({ documents }: ViewRuntime, collection: string): Promise<void> {
  await documents.drop(collection);
  await documents.drop(parkedCollection(collection));
  await documents.dropCheckpoint(collection);
}

export interface ViewVerdict {
  readonly view: string;
  readonly documents: number;
  readonly live: string;
  readonly rebuilt: string;
  readonly equal: boolean;
}

/** Rebuilds a view beside the live one up to the same position and compares both by hash. */
export async function verifyView(runtime: ViewRuntime, view: View<object>): Promise<ViewVerdict> {
  const live = (await runtime.documents.pointer(pointerOf(view))) ?? collectionName(view, 1);
  const scratch = `${live}.verify`;
  await dropCollection(runtime, scratch);
  for (;;) {
    const checkpoint = await runtime.documents.checkpoint(live);
    if (checkpoint !== undefined) await build(runtime, [{ view, collection: scratch }], checkpoint.position, () => undefined);
    else await declareCollection(runtime.documents, view, scratch);
    const [liveHash, rebuiltHash] = [await hashOf(runtime, live), await hashOf(runtime, scratch)];
    const moved = (await runtime.documents.checkpoint(live))?.position !== checkpoint?.position;
    if (moved) continue;
    await dropCollection(runtime, scratch);
    return { view: view.name, documents: rebuiltHash.count, live: liveHash.hash, rebuilt: rebuiltHash.hash, equal: liveHash.hash === rebuiltHash.hash };
  }
}

async function hashOf({ documents }: ViewRuntime, collection: string): Promise<{ count: number; hash: string }> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const { key, position, body } of documents.scan(collection)) {
    hash.update(`${JSON.stringify([key, position, body])}\n`);
    count += 1;
  }
  return { count, hash: hash.digest('hex') };
}
