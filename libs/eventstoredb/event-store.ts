import { prepareBatch } from '#libs/event-sourcing/event-batch';
import type { GlobalPosition, NewEvent, RecordedEvent } from '#libs/event-sourcing/event';
import type { Appended, EventStore, Expected, Page, ReadAll, ReadStream } from '#libs/event-sourcing/event-store';
import { StoreClosed } from '#libs/event-sourcing/store-error';
import { EventAppender } from '#libs/eventstoredb/append';
import type { Connection } from '#libs/eventstoredb/connection';
import { DbClientConnection } from '#libs/eventstoredb/db-client';
import { identify, type Identity } from '#libs/eventstoredb/identity';
import { bytesBetween } from '#libs/eventstoredb/position';
import { EventReader } from '#libs/eventstoredb/read';
import { streamNames, type StreamNames } from '#libs/eventstoredb/stream-names';
import { followLog } from '#libs/eventstoredb/subscribe';
import type { Timing } from '#libs/event-sourcing/timing';

export interface OpenOptions {
  /** Name of the log on its server: letters, digits, `_` and `-`. */
  readonly log?: string;
  /** Milliseconds after which a call counts as not answered. */
  readonly deadline?: number;
  /** Milliseconds after which a follower looks for himself, in case the server forgot him. */
  readonly lookEvery?: number;
  readonly timing: Timing;
}

/** The log on a server of EventStoreDB or KurrentDB, written and read by any number of processes. */
export class EventStoreDbStore implements EventStore {
  readonly storeId: string;
  private readonly reader: EventReader;
  private readonly appender: EventAppender;
  private readonly closing = new AbortController();

  private constructor(
    private readonly connection: Connection,
    private readonly names: StreamNames,
    identity: Identity,
    private readonly timing: Timing,
  ) {
    this.storeId = identity.storeId;
    this.reader = new EventReader(connection, names, identity.origin);
    this.appender = new EventAppender(connection, names, this.reader);
  }

  /** `url` is a connection string, `esdb://user:password@host:2113?tls=true`. @throws StoreUnavailable while the server is not there */
  static async open(url: string, { log = 'dudao', deadline = 10_000, lookEvery = 30_000, timing }: OpenOptions): Promise<EventStoreDbStore> {
    const names = streamNames(log);
    const connection = new DbClientConnection(url, { deadline, lookEvery, timing });
    try {
      return new EventStoreDbStore(connection, names, await identify(connection, names), timing);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** @throws also RangeError for an event that would not come back as it went in */
  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    this.assertOpen();
    const batch = prepareBatch(stream, expected, events);
    for (const { id } of batch.events) assertUuid(id);
    return this.appender.append(batch);
  }

  readStream(stream: string, options?: ReadStream): AsyncIterable<RecordedEvent> {
    this.assertOpen();
    return this.reader.readStream(stream, options);
  }

  async readAll(options: ReadAll): Promise<Page> {
    this.assertOpen();
    return this.reader.page(options);
  }

  async *subscribe(options: Parameters<EventStore['subscribe']>[0]): AsyncGenerator<Page, void> {
    this.assertOpen();
    const signal = AbortSignal.any([options.signal, this.closing.signal]);
    yield* followLog({ connection: this.connection, reader: this.reader, prefix: this.names.prefix, timing: this.timing }, { ...options, signal });
    if (!options.signal.aborted) this.assertOpen();
  }

  async head(): Promise<GlobalPosition | undefined> {
    this.assertOpen();
    return this.reader.head();
  }

  /** In bytes of the server's log. */
  distance(after: GlobalPosition | undefined, upTo: GlobalPosition | undefined): number {
    return bytesBetween(this.reader.place(after), this.reader.place(upTo));
  }

  /** Subscriptions that were not aborted before end with StoreClosed. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.connection.close();
  }

  private assertOpen(): void {
    if (this.closing.signal.aborted) throw new StoreClosed();
  }
}

/** The server keeps 128 bits, and gives them back in this form. */
function assertUuid(id: string): void {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) throw new RangeError(`${JSON.stringify(id)} is no UUID in lower case`);
}
