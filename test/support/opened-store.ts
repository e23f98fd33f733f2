import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { temporaryFolder } from '#test/support/temporary-folder';

export interface Opened<S> {
  readonly store: S;
  /** Closes what is open and removes what it left behind. */
  close(): Promise<void>;
  /** Closes the store and opens the same data again. */
  reopen(): Promise<S>;
}

/** `remove` is asked once all stores that were opened are closed. */
export async function openedWith<S extends { close(): Promise<void> }>(open: () => Promise<S>, remove: () => Promise<void>): Promise<Opened<S>> {
  const store = await open();
  const opened = [store];
  return {
    store,
    close: async () => {
      for (const each of opened) await each.close();
      await remove();
    },
    reopen: async () => {
      await opened.at(-1)?.close();
      const again = await open();
      opened.push(again);
      return again;
    },
  };
}

/** A store over one file of a folder of its own. */
export async function openedOnFile<S extends { close(): Promise<void> }>(open: (path: string) => Promise<S>): Promise<Opened<S> & { readonly path: string }> {
  const folder = temporaryFolder();
  const path = folder.file('store.db');
  return { path, ...(await openedWith(() => open(path), async () => folder.remove())) };
}

export type OpenEventStore = () => Promise<Opened<EventStore>>;
export type OpenDocumentStore = () => Promise<Opened<DocumentStore>>;

/** A store of its own for each test of the enclosing `describe`. */
export function openedForEachTest<S>(open: () => Promise<Opened<S>>): () => Opened<S> {
  let opened: Opened<S> | undefined;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });
  return () => {
    if (opened === undefined) throw new Error('no store is open outside a test');
    return opened;
  };
}
