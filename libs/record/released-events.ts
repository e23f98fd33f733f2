import { setImmediate } from 'node:timers/promises';
import type { Receiver } from '#libs/access/feed-rights';
import type { GlobalPosition } from '#libs/event-sourcing/event';
import type { UpcastingStore } from '#libs/event-sourcing/upcasting';
import { type CloudEvent, releasedTo } from '#libs/record/cloud-event';

/** Events read at once: few, for a crowd of readers may hold a page each. */
const PAGE = 50;
/** Pages read for one answer, however few of their events the reader may receive. */
const PAGES = 100;

export interface FeedReader {
  readonly receiver: Receiver;
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
    const page = await receivedPage(store, reader, next);
    events.push(...page.events);
    next = page.next;
    if (events.length >= limit || page.atHead) break;
    await setImmediate();
  }
  const cut = events.slice(0, limit);
  return { events: cut, next: events.length > limit ? cut.at(-1)?.position : next };
}

/** What the reader receives of the next page of the log. */
export async function receivedPage(store: Pick<UpcastingStore, 'storeId' | 'readAll'>, { receiver, types }: FeedReader, after: GlobalPosition | undefined): Promise<FeedPage & { readonly atHead: boolean }> {
  const { categories } = receiver;
  const { events, scannedTo, atHead } = await store.readAll({ max: PAGE, after, ...(categories !== undefined && { categories }) });
  const wanted = events.filter((event) => types.length === 0 || types.includes(event.type));
  return { events: wanted.flatMap((event) => releasedTo(receiver, event, store.storeId) ?? []), next: scannedTo, atHead };
}
