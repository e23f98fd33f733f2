import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { EventStore } from '#libs/event-sourcing/event-store';

export interface Opened<S> {
  readonly store: S;
  /** Closes what is open and removes what it left behind. */
  close(): Promise<void>;
  /** Closes the store and opens the same data again. */
  reopen(): Promise<S>;
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
