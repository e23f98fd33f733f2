import { setImmediate } from 'node:timers/promises';
import { mayReceive } from '#libs/access/feed-rights';
import type { Actor, GlobalPosition, RecordedEvent } from '#libs/event-sourcing/event';
import type { ReadAll } from '#libs/event-sourcing/event-store';
import type { UpcastingStore } from '#libs/event-sourcing/upcasting';
import { type CloudEvent, releasedEvent } from '#libs/record/cloud-event';

/** Events read at once: few, for a crowd of readers may hold a page each. */
const PAGE = 50;
/** Pages read for one answer, however few of their events the reader may receive. */
const PAGES = 100;

export interface FeedReader {
  readonly actor: Actor;
  /** Names of the wanted events; empty for all that the reader may receive. */
  readonly types: readonly string[];
}

export interface FeedPage {
  readonly events: readonly CloudEvent[];
  /** Where the next page starts, also past events that are not for the reader; unmoved at the head of the log. */
  readonly next: GlobalPosition | undefined;
}

/** What the reader receives of the log after a position, at most `limit` events, in the order of the log. */
export async function pullEvents(store: Pick<UpcastingStore, 'storeId' | 'readAll'>, reader: FeedReader, after: GlobalPosition | undefined, limit: number): Promise<FeedPage> {
  const events: CloudEvent[] = [];
  let next = after;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const page = await store.readAll({ ...asked(reader), after: next });
    events.push(...received(page.events, reader, store.storeId));
    next = page.scannedTo;
    if (events.length >= limit || page.atHead) break;
    await setImmediate();
  }
  const cut = events.slice(0, limit);
  return { events: cut, next: events.length > limit ? cut.at(-1)?.position : next };
}

/** The same without an end, page by page: what is there, then what comes, until the signal aborts. */
export async function* followEvents(store: Pick<UpcastingStore, 'storeId' | 'subscribe'>, reader: FeedReader, after: GlobalPosition | undefined, signal: AbortSignal): AsyncGenerator<readonly CloudEvent[], void> {
  for await (const page of store.subscribe({ ...asked(reader), after, signal })) {
    yield received(page.events, reader, store.storeId);
    await setImmediate();
  }
}

const asked = ({ actor }: FeedReader): ReadAll => ({ max: PAGE, ...(actor.categories !== undefined && { categories: actor.categories }) });

const received = (events: readonly RecordedEvent[], { actor, types }: FeedReader, storeId: string): readonly CloudEvent[] =>
  events.flatMap((event) => ((types.length === 0 || types.includes(event.type)) && mayReceive(actor, event) ? (releasedEvent(event, storeId) ?? []) : []));
