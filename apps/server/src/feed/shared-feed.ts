import { setImmediate } from 'node:timers/promises';
import { framesOf } from '#apps/server/src/feed/event-frames';
import { LogWatch } from '#apps/server/src/feed/log-watch';
import type { GlobalPosition } from '#libs/event-sourcing/event';
import type { UpcastingStore } from '#libs/event-sourcing/upcasting';
import { type FeedReader, receivedPage } from '#libs/record/released-events';

/** Of pages that are kept for those who come the same way a little later, in bytes. */
const KEPT = 4 * 2 ** 20;
/** What a page costs beside its frames. */
const OVERHEAD = 1024;

/** What some readers receive of a page of the log. */
interface Frames {
  readonly frames: readonly Buffer[];
  /** Where the next page starts. */
  readonly next: GlobalPosition | undefined;
  /** Whether the page is full, and so stays as it is. */
  readonly isFull: boolean;
}

const bytesOf = ({ frames }: Frames): number => frames.reduce((sum, { length }) => sum + length, OVERHEAD);

/**
 * The feed for many who follow it at once. Readers with equal rights share the reading of a page and its text; all share
 * one subscription. A reader holds the frames that it has not taken, and no events.
 */
export class SharedFeed {
  private readonly watch: LogWatch;
  private readonly reading = new Map<string, Promise<Frames>>();
  /** The last used come last. */
  private readonly kept = new Map<string, Frames>();
  private bytes = 0;

  constructor(private readonly store: UpcastingStore) {
    this.watch = new LogWatch(store);
  }

  /** What is there after a position, then what comes, until the signal aborts or the reader has no right any more: it is asked before each page. */
  async *follow(readerNow: () => Promise<FeedReader | undefined>, after: GlobalPosition | undefined, signal: AbortSignal): AsyncGenerator<readonly Buffer[], void> {
    const watching = await this.watch.join();
    try {
      for (let at = after; !signal.aborted; ) {
        const { seen } = watching;
        const reader = await readerNow();
        if (reader === undefined) return;
        const { frames, next } = await this.page(reader, at, seen);
        if (next === at) await watching.changed(seen, signal);
        at = next;
        if (frames.length > 0) yield frames;
        await setImmediate();
      }
    } finally {
      this.watch.leave();
    }
  }

  /** A reading that began when less was seen may lack the newest: it is not for those who saw more. */
  private page(reader: FeedReader, after: GlobalPosition | undefined, seen: GlobalPosition | undefined): Promise<Frames> {
    const key = JSON.stringify([reader.receiver, reader.types, after]);
    const kept = this.kept.get(key);
    if (kept !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, kept);
      return Promise.resolve(kept);
    }
    const fresh = `${key} ${seen}`;
    const reading = this.reading.get(fresh) ?? this.read(reader, after, key).finally(() => this.reading.delete(fresh));
    this.reading.set(fresh, reading);
    return reading;
  }

  private async read(reader: FeedReader, after: GlobalPosition | undefined, key: string): Promise<Frames> {
    const { events, next, atHead } = await receivedPage(this.store, reader, after);
    const page = { frames: framesOf(events), next, isFull: !atHead };
    if (page.isFull) this.keep(key, page);
    return page;
  }

  private keep(key: string, page: Frames): void {
    if (this.kept.has(key)) return;
    this.kept.set(key, page);
    this.bytes += bytesOf(page);
    for (const [oldest, held] of this.kept) {
      if (this.bytes <= KEPT) return;
      this.kept.delete(oldest);
      this.bytes -= bytesOf(held);
    }
  }
}
