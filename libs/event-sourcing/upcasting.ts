import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { EventReader, EventStore, Page } from '#libs/event-sourcing/event-store';
import type { Upcasters } from '#libs/event-sourcing/upcasters';

/**
 * A log as this program understands it: every event that is read has the newest shape of its type. Whoever folds events
 * asks for one, and a driver alone is none. The stored texts stay as they are, for the hashes.
 */
export interface UpcastingReader extends EventReader {
  readonly upcasters: Upcasters;
}
export type UpcastingStore = EventStore & UpcastingReader;

/** @throws NewerSchema from every read that meets an event of a newer program */
export function upcastingReader(reader: EventReader, upcasters: Upcasters): UpcastingReader {
  return {
    storeId: reader.storeId,
    upcasters,
    readStream: (stream, options) => upcastEach(reader.readStream(stream, options), upcasters),
    readAll: async (options) => upcastPage(await reader.readAll(options), upcasters),
    head: () => reader.head(),
    distance: (after, upTo) => reader.distance(after, upTo),
    close: () => reader.close(),
  };
}

/** @throws NewerSchema from every read that meets an event of a newer program */
export function upcasting(store: EventStore, upcasters: Upcasters): UpcastingStore {
  return {
    ...upcastingReader(store, upcasters),
    append: (stream, expected, events) => store.append(stream, expected, events),
    subscribe: (options) => upcastPages(store.subscribe(options), upcasters),
  };
}

async function* upcastEach(events: AsyncIterable<RecordedEvent>, upcasters: Upcasters): AsyncGenerator<RecordedEvent, void> {
  for await (const event of events) yield upcasters.upcast(event);
}

async function* upcastPages(pages: AsyncIterable<Page>, upcasters: Upcasters): AsyncGenerator<Page, void> {
  for await (const page of pages) yield upcastPage(page, upcasters);
}

const upcastPage = (page: Page, upcasters: Upcasters): Page => ({ ...page, events: page.events.map((event) => upcasters.upcast(event)) });
