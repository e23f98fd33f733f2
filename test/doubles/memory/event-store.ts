import { randomUUID } from 'node:crypto';
import { type Batch, prepareBatch } from '#libs/event-sourcing/event-batch';
import { categoryOf, type GlobalPosition, type NewEvent, type RecordedEvent } from '#libs/event-sourcing/event';
import {
  type Appended, assertPageSize, CorruptedIdempotency, type EventStore, type Expected, type Page, type ReadAll, type ReadStream, WHOLE_STREAM, WrongExpectedRevision,
} from '#libs/event-sourcing/event-store';
import { StoreClosed } from '#libs/event-sourcing/store-error';
import { CommitSignal } from '#libs/sqlite/commit-signal';

const positionText = (position: number): GlobalPosition => String(position).padStart(20, '0');

/** What stays of a log when its store is closed. An event is at the position of its number in the log, counted from one. */
export class MemoryLog {
  readonly storeId: string;
  readonly events: RecordedEvent[];
  private readonly streams: Map<string, RecordedEvent[]>;

  /** @param copied a log that the new one goes on from, on its own */
  constructor(copied?: MemoryLog) {
    this.storeId = copied?.storeId ?? randomUUID();
    this.events = [...(copied?.events ?? [])];
    this.streams = new Map([...(copied?.streams ?? [])].map(([stream, events]) => [stream, [...events]]));
  }

  of(stream: string): readonly RecordedEvent[] {
    return this.streams.get(stream) ?? [];
  }

  add(stream: string, event: Batch['events'][number]): void {
    const events = this.streams.get(stream) ?? [];
    this.streams.set(stream, events);
    const { id, type, data, meta } = event;
    const recorded: RecordedEvent = {
      stream, id, type, revision: events.length, position: positionText(this.events.length + 1), data: JSON.parse(data), meta: JSON.parse(meta), dataText: data, metaText: meta,
    };
    events.push(recorded);
    this.events.push(recorded);
  }
}

/** A log without a disk, for histories that would otherwise mostly open and close files. */
export class MemoryEventStore implements EventStore {
  private readonly committed = new CommitSignal();
  private closed = false;

  constructor(private readonly log: MemoryLog) {}

  get storeId(): string {
    return this.log.storeId;
  }

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    const batch = prepareBatch(stream, expected, events);
    await Promise.resolve();
    this.assertOpen();
    const there = this.log.of(stream);
    const repeated = there.length !== batch.first;
    if (repeated) this.assertRepeats(batch, there);
    else for (const event of batch.events) this.log.add(stream, event);
    this.committed.raise();
    const revision = batch.first + events.length - 1;
    return { revision, position: this.log.of(stream)[revision]?.position ?? '', repeated };
  }

  async *readStream(stream: string, options: ReadStream = {}): AsyncGenerator<RecordedEvent, void> {
    this.assertOpen();
    const { from, to, backwards, max } = { ...WHOLE_STREAM, ...options };
    const asked = this.log.of(stream).slice(from, to + 1);
    yield* (backwards ? asked.toReversed() : asked).slice(0, max);
  }

  async readAll(options: ReadAll): Promise<Page> {
    return this.page(options);
  }

  private page({ after, max, categories }: ReadAll): Page {
    assertPageSize({ max });
    this.assertOpen();
    const start = Number(after ?? 0);
    const behind = this.log.events.slice(start, categories === undefined ? start + max : undefined);
    const events = (categories === undefined ? behind : behind.filter(({ stream }) => categories.includes(categoryOf(stream)))).slice(0, max);
    const end = events.length === max ? Number(events.at(-1)?.position) : this.log.events.length;
    return { events, scannedTo: end > start ? positionText(end) : after, atHead: end >= this.log.events.length };
  }

  async *subscribe({ signal, max = 500, ...filter }: Parameters<EventStore['subscribe']>[0]): AsyncGenerator<Page, void> {
    for (let { after } = filter; !signal.aborted; ) {
      const page = this.page({ ...filter, after, max });
      if (page.scannedTo === after) await this.committed.next(signal);
      else yield page;
      after = page.scannedTo;
    }
  }

  async head(): Promise<GlobalPosition | undefined> {
    this.assertOpen();
    return this.log.events.at(-1)?.position;
  }

  distance(after: GlobalPosition | undefined, upTo: GlobalPosition | undefined): number {
    return Math.max(0, Number(upTo ?? 0) - Number(after ?? 0));
  }

  async close(): Promise<void> {
    this.closed = true;
    this.committed.raise();
  }

  private assertRepeats({ stream, expected, first, events }: Batch, there: readonly RecordedEvent[]): void {
    const same = events.filter(({ id }, index) => there[first + index]?.id === id).length;
    if (same === 0) throw new WrongExpectedRevision(stream, expected, there.length === 0 ? 'no_stream' : there.length - 1);
    if (same < events.length) throw new CorruptedIdempotency(stream);
  }

  private assertOpen(): void {
    if (this.closed) throw new StoreClosed();
  }
}
