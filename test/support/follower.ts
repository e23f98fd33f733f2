import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';

/** One who follows a log from its beginning and keeps what it saw. */
export class Follower {
  readonly seen: RecordedEvent[] = [];
  private readonly stopping = new AbortController();
  private readonly done: Promise<void>;
  private awaited: { readonly count: number; readonly tell: () => void } | undefined;

  constructor(store: EventStore) {
    this.done = this.follow(store);
  }

  /** Resolves with everything seen so far once that is at least so many events. */
  async saw(count: number): Promise<readonly RecordedEvent[]> {
    const enough = new Promise<void>((tell) => {
      this.awaited = { count, tell };
      if (this.seen.length >= count) tell();
    });
    await Promise.race([enough, this.done]);
    return this.seen;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.done;
  }

  private async follow(store: EventStore): Promise<void> {
    for await (const page of store.subscribe({ max: 5, signal: this.stopping.signal })) {
      this.seen.push(...page.events);
      if (this.awaited !== undefined && this.seen.length >= this.awaited.count) this.awaited.tell();
    }
  }
}
