import { categoryOf, type EventMeta, type GlobalPosition, type RecordedEvent, type Revision } from '#libs/event-sourcing/event';
import { assertPageSize, type Page, type ReadAll, type ReadStream, WHOLE_STREAM } from '#libs/event-sourcing/event-store';
import type { Connection, Direction, ServerEvent } from '#libs/eventstoredb/connection';
import { isAfter, positionText, serverPosition, type ServerPosition } from '#libs/eventstoredb/position';
import type { StreamNames } from '#libs/eventstoredb/stream-names';

/** Events that are asked for at once: an answer is held in memory whole. */
const CHUNK = 250;
const HEAD_CHUNK = 16;
/** Events of the log looked at for one page, however few of them pass the filter. */
const SCAN_LIMIT = 5_000;

/** An event in one of the log's streams that nobody wrote through this driver. */
export class UnreadableEvent extends Error {
  constructor({ stream, revision }: ServerEvent) {
    super(`event ${revision} of ${stream} on the server is not JSON with metadata`);
    this.name = 'UnreadableEvent';
  }
}

/** The reading half of the store. */
export class EventReader {
  constructor(
    private readonly connection: Connection,
    private readonly names: StreamNames,
    /** Everything of the log lies behind it. */
    private readonly origin: ServerPosition,
  ) {}

  /** `from` and `to` bound the revisions in either direction: backwards starts at `to`. */
  async *readStream(stream: string, options: ReadStream = {}): AsyncGenerator<RecordedEvent, void> {
    const { from, to, backwards, max } = { ...WHOLE_STREAM, ...options };
    if (!backwards) return yield* this.walk(stream, from, 'forwards', Math.min(max, to - from + 1));
    const last = Math.min(to, await this.lastRevision(stream));
    return yield* this.walk(stream, last, 'backwards', Math.min(max, last - from + 1));
  }

  async page(options: ReadAll): Promise<Page> {
    assertPageSize(options);
    const { after, max, categories } = options;
    const isWanted = (stream: string): boolean => categories?.includes(categoryOf(stream)) ?? true;
    const events: RecordedEvent[] = [];
    let scannedTo = after;
    let scanned = 0;
    for await (const event of this.eventsAfter(after, categories === undefined ? Math.min(max + 1, CHUNK) : CHUNK)) {
      const stream = this.names.inLog(event.stream);
      if (stream === undefined) continue;
      if (events.length === max || scanned === SCAN_LIMIT) return { events, scannedTo, atHead: false };
      if (isWanted(stream)) events.push(recorded(stream, event));
      scannedTo = positionText(event.position);
      scanned += 1;
    }
    return { events, scannedTo, atHead: true };
  }

  async head(): Promise<GlobalPosition | undefined> {
    let from: ServerPosition | 'end' = 'end';
    for (;;) {
      const events: readonly ServerEvent[] = await this.connection.readAll(from, 'backwards', HEAD_CHUNK);
      for (const { stream, position } of events) {
        if (!isAfter(position, this.origin)) return undefined;
        if (this.names.inLog(stream) !== undefined) return positionText(position);
        from = position;
      }
      if (events.length === 0) return undefined;
    }
  }

  /** Commit position of the last event on the server, whosever it is. */
  async endOfServer(): Promise<bigint> {
    const [last] = await this.connection.readAll('end', 'backwards', 1);
    return (last?.position ?? this.origin).commit;
  }

  place(position: GlobalPosition | undefined): ServerPosition {
    return position === undefined ? this.origin : serverPosition(position);
  }

  /** Whatever is on the server. The server starts a reading at the position, not behind it. */
  private async *eventsAfter(after: GlobalPosition | undefined, chunk: number): AsyncGenerator<ServerEvent, void> {
    let from = this.place(after);
    for (;;) {
      const events = await this.connection.readAll(from, 'forwards', chunk + 1);
      for (const event of events) if (isAfter(event.position, from)) yield event;
      const last = events.at(-1);
      if (last === undefined || events.length <= chunk) return;
      from = last.position;
    }
  }

  private async *walk(stream: string, start: Revision, direction: Direction, count: number): AsyncGenerator<RecordedEvent, void> {
    let at = start;
    for (let left = count; left > 0; ) {
      const asked = Math.min(left, CHUNK);
      const events = await this.connection.readStream(this.names.onServer(stream), at, direction, asked);
      for (const event of events) yield recorded(stream, event);
      if (events.length < asked) return;
      left -= asked;
      at += direction === 'forwards' ? asked : -asked;
    }
  }

  /** -1 for a stream that does not exist. */
  private async lastRevision(stream: string): Promise<Revision> {
    const [last] = await this.connection.readStream(this.names.onServer(stream), 'end', 'backwards', 1);
    return last?.revision ?? -1;
  }
}

/** @throws UnreadableEvent */
function recorded(stream: string, event: ServerEvent): RecordedEvent {
  const { revision, id, type, data, meta } = event;
  if (!isObject(data) || !isObject(meta)) throw new UnreadableEvent(event);
  return {
    stream,
    revision,
    position: positionText(event.position),
    id,
    type,
    data,
    meta: meta as EventMeta,
    dataText: JSON.stringify(data),
    metaText: JSON.stringify(meta),
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
