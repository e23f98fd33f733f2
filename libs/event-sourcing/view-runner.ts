import { allDone } from '#libs/event-sourcing/all-done';
import type { Checkpoint, Count, DocumentStore, Find, StoredDocument } from '#libs/event-sourcing/document-store';
import { categoryOf, type GlobalPosition, type RecordedEvent } from '#libs/event-sourcing/event';
import { foldDocuments, parkedCollection } from '#libs/event-sourcing/fold-documents';
import { sharedPasses } from '#libs/event-sourcing/shared-passes';
import type { UpcastingReader } from '#libs/event-sourcing/upcasting';
import type { View } from '#libs/event-sourcing/view';
import { type Lag, type ReadOptions, ViewBehind, type ViewReader, ViewStale } from '#libs/event-sourcing/view-reader';

export interface ViewRuntime {
  readonly store: Pick<UpcastingReader, 'storeId' | 'readAll' | 'head' | 'distance' | 'upcasters'>;
  readonly documents: DocumentStore;
  /** Called around the folding of events into a view: for those who measure. */
  readonly around?: Around | undefined;
}

export type Around = <T>(view: string, events: readonly RecordedEvent[], fold: () => Promise<T>) => Promise<T>;
const justDo: Around = (_view, _events, fold) => fold();

/** Events a page: enough to share one durable write, few enough to keep memory flat. */
const PAGE = 500;

/** A view and the collection its documents go to, which has folded everything up to a position. */
export interface Target {
  readonly view: View<object>;
  readonly collection: string;
  readonly position: GlobalPosition | undefined;
}

export const pointerOf = (view: Pick<View<object>, 'name'>): string => `view:${view.name}`;
/** Collections are named by the view, its version and the generation of the rebuild. */
export const collectionName = (view: View<object>, generation: number): string => `${view.name}.v${view.version}.${generation}`;
const versionOf = (collection: string): number => Number(/\.v(\d+)\.\d+$/.exec(collection)?.[1]);
const generationOf = (collection: string | undefined): number => Number(/\.(\d+)$/.exec(collection ?? '.0')?.[1]);
/** The collection that is built to take over from the one that serves. */
export const freshCollection = (view: View<object>, serving: string | undefined): string => collectionName(view, generationOf(serving) + 1);

/** Declares what a collection of the view needs. */
export async function declareCollection(documents: DocumentStore, view: View<object>, collection: string): Promise<void> {
  await documents.declare(collection, view.indexes);
  await documents.declare(parkedCollection(collection), []);
}

/** Why the documents of a collection are not what the view would make of this log; undefined where they are. */
export function staleness(view: View<object>, collection: string, checkpoint: Checkpoint | undefined, storeId: string): string | undefined {
  if (versionOf(collection) !== view.version) return `view ${view.name} stands at ${collection}, wanted is version ${view.version}`;
  if (checkpoint === undefined || checkpoint.storeId === storeId) return undefined;
  return `view ${view.name} belongs to log ${checkpoint.storeId}, not to ${storeId}`;
}

/** Folds a page of the log into one collection, documents first, checkpoint last. Returns how many documents stopped at it. */
export async function foldPage({ documents, store, around = justDo }: ViewRuntime, target: Target, events: readonly RecordedEvent[], upTo: GlobalPosition): Promise<number> {
  const { view, collection, position = '' } = target;
  if (position >= upTo) return 0;
  const mine = events.filter((event) => event.position > position && view.categories.includes(categoryOf(event.stream)));
  const parked = await around(view.name, mine, () => foldDocuments(documents, view, collection, mine));
  await documents.saveCheckpoint(collection, { position: upTo, storeId: store.storeId });
  return parked;
}

/** Keeps the live documents of all views up with the log, and answers reads of them. */
export class ViewRunner implements ViewReader {
  /** Folds everything up to the head of the log, as it is when the pass starts. Callers share passes. */
  readonly catchUp = sharedPasses(() => this.foldToHead(this.views));
  private readonly passes = new Map<string, () => Promise<void>>();
  private readonly declared = new Set<string>();

  constructor(
    private readonly runtime: ViewRuntime,
    private readonly views: readonly View<object>[],
  ) {
    const names = new Set(views.map((view) => view.name));
    if (names.size !== views.length) throw new Error('two views share a name');
  }

  /** A pass for one view, shared by those who ask for it. Guards let it run beside any other pass. */
  catchUpOne({ name }: Pick<View<object>, 'name'>): Promise<void> {
    const pass = this.passes.get(name) ?? sharedPasses(() => this.foldToHead(this.views.filter((view) => view.name === name)));
    this.passes.set(name, pass);
    return pass();
  }

  /** A pass for a part of the views, where other workers fold the others. Guards let it run beside any other pass. */
  catchUpWith(names: ReadonlySet<string>): Promise<void> {
    return this.foldToHead(this.views.filter((view) => names.has(pointerOf(view))));
  }

  async get<D extends object>(view: View<D>, key: string, options: ReadOptions = {}): Promise<StoredDocument<D> | undefined> {
    const [document] = await this.runtime.documents.get<D>(await this.ready(view, options), [key]);
    return document?.body === null ? undefined : document;
  }

  async find<D extends object>(view: View<D>, query: Find, options: ReadOptions = {}): Promise<readonly StoredDocument<D>[]> {
    return this.runtime.documents.find<D>(await this.ready(view, options), query);
  }

  async count(view: View<object>, query: Count): Promise<number> {
    return this.runtime.documents.count(await this.ready(view, {}), query);
  }

  async lag(): Promise<readonly Lag[]> {
    const head = await this.runtime.store.head();
    return Promise.all(this.views.map((view) => this.lagOf(view, head)));
  }

  private async lagOf(view: View<object>, head: GlobalPosition | undefined): Promise<Lag> {
    const { documents, store } = this.runtime;
    const serving = await this.serving(view);
    const rebuilding = serving.stale !== undefined;
    const collection = rebuilding ? freshCollection(view, serving.collection) : serving.collection;
    const position = rebuilding ? (await documents.checkpoint(collection))?.position : serving.position;
    await this.declare(view, collection);
    const parked = await documents.count(parkedCollection(collection), {});
    return { view: view.name, position, behind: store.distance(position, head), parked, rebuilding };
  }

  private async ready(view: View<object>, { minPosition }: ReadOptions): Promise<string> {
    const now = await this.live(view);
    if (minPosition === undefined || (now.position ?? '') >= minPosition) return now.collection;
    await this.catchUp();
    const then = await this.live(view);
    if ((then.position ?? '') < minPosition) throw new ViewBehind(view.name, then.position, minPosition);
    return then.collection;
  }

  /** What serves the view now: another process may have rebuilt it. */
  private async serving(view: View<object>): Promise<Target & { readonly stale: string | undefined }> {
    const { documents, store } = this.runtime;
    const pointer = await documents.pointer(pointerOf(view));
    const collection = pointer ?? collectionName(view, 1);
    const checkpoint = await documents.checkpoint(collection);
    const stale = staleness(view, collection, checkpoint, store.storeId);
    if (pointer === undefined) await documents.movePointer(pointerOf(view), undefined, collection);
    return { view, collection, position: checkpoint?.position, stale };
  }

  /** @throws ViewStale */
  private async live(view: View<object>): Promise<Target> {
    const { stale, ...target } = await this.serving(view);
    if (stale !== undefined) throw new ViewStale(stale);
    await this.declare(view, target.collection);
    return target;
  }

  private async declare(view: View<object>, collection: string): Promise<void> {
    if (!this.declared.has(collection)) await declareCollection(this.runtime.documents, view, collection);
    this.declared.add(collection);
  }

  /** Stale views are passed over: they wait for their rebuild, the others do not wait for them. */
  private async foldToHead(views: readonly View<object>[]): Promise<void> {
    for (;;) {
      const lives: Target[] = [];
      // Together: a store across a network would make every pass wait twice for each view.
      await allDone(views.map((view) => this.live(view).then((live) => lives.push(live), unlessStale)));
      const after = lives.map((live) => live.position ?? '').sort()[0];
      if (after === undefined) return;
      const page = await this.runtime.store.readAll({ after: after === '' ? undefined : after, max: PAGE });
      if (page.scannedTo === undefined || page.scannedTo === after) return;
      const { events, scannedTo } = page;
      await allDone(lives.map((live) => foldPage(this.runtime, live, events, scannedTo)));
      if (page.atHead) return;
    }
  }
}

function unlessStale(error: unknown): void {
  if (!(error instanceof ViewStale)) throw error;
}
