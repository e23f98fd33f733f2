import type { GlobalPosition } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';

const PAGE = 500;

type Wake = (error?: unknown) => void;

/** Tells all who wait at the head of the log that something was written, by one subscription for all of them. */
export class LogWatch {
  private watching: Promise<Watching> | undefined;
  private members = 0;

  constructor(private readonly store: Pick<EventStore, 'head' | 'subscribe'>) {}

  /** Everything that is written from now on changes what is `seen`. Each who joins leaves once. */
  async join(): Promise<Watching> {
    this.members += 1;
    this.watching ??= this.begin();
    return this.watching.catch((error: unknown) => {
      this.leave();
      throw error;
    });
  }

  leave(): void {
    this.members -= 1;
    if (this.members > 0) return;
    this.watching?.then((watching) => watching.stop(), () => undefined);
    this.watching = undefined;
  }

  private begin(): Promise<Watching> {
    // Another may have taken its place since.
    const forget = (): void => void (this.watching === begun && (this.watching = undefined));
    const begun = this.store.head().then((seen) => new Watching(this.store, seen, forget));
    begun.catch(forget);
    return begun;
  }
}

export class Watching {
  private readonly stopping = new AbortController();
  private readonly waiting = new Set<Wake>();

  constructor(
    store: Pick<EventStore, 'subscribe'>,
    /** How far the log is known to reach. */
    public seen: GlobalPosition | undefined,
    onEnd: () => void,
  ) {
    void this.follow(store).then(() => this.wake(), (error: unknown) => this.wake(error)).finally(onEnd);
  }

  /** Resolves when something else is seen, or the signal aborts. @throws what broke the subscription */
  changed(known: GlobalPosition | undefined, signal: AbortSignal): Promise<void> {
    if (this.seen !== known || signal.aborted) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const wake: Wake = (error) => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', aborted);
        if (error === undefined) resolve();
        else reject(error);
      };
      const aborted = (): void => wake();
      this.waiting.add(wake);
      signal.addEventListener('abort', aborted);
    });
  }

  stop(): void {
    this.stopping.abort();
  }

  private async follow(store: Pick<EventStore, 'subscribe'>): Promise<void> {
    for await (const { scannedTo } of store.subscribe({ after: this.seen, max: PAGE, signal: this.stopping.signal })) {
      this.seen = scannedTo;
      this.wake();
    }
  }

  private wake(error?: unknown): void {
    for (const each of this.waiting) each(error);
  }
}
