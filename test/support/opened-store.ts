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

/** A store over one file of a folder of its own. */
export async function openedOnFile<S extends { close(): Promise<void> }>(open: (path: string) => Promise<S>): Promise<Opened<S>> {
  const folder = temporaryFolder();
  const path = folder.file('store.db');
  const store = await open(path);
  const opened = [store];
  return {
    store,
    close: async () => {
      for (const each of opened) await each.close();
      folder.remove();
    },
    reopen: async () => {
      await opened.at(-1)?.close();
      const again = await open(path);
      opened.push(again);
      return again;
    },
  };
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
