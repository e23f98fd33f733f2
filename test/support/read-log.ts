import type { GlobalPosition, RecordedEvent } from '#libs/event-sourcing/event';
import type { EventStore, Page } from '#libs/event-sourcing/event-store';

/** Everything after a position, page by page. */
export async function pagesAfter(store: EventStore, after: GlobalPosition | undefined, max: number, categories?: readonly string[]): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (let from = after; ; ) {
    const page = await store.readAll({ after: from, max, ...(categories && { categories }) });
    pages.push(page);
    if (page.atHead) return pages;
    if (page.scannedTo === from) throw new Error(`the page after ${from} neither moves nor is at the head`);
    from = page.scannedTo;
  }
}

export async function readLog(store: EventStore, categories?: readonly string[]): Promise<readonly RecordedEvent[]> {
  return (await pagesAfter(store, undefined, 100, categories)).flatMap((page) => page.events);
}
