import {
  AccessDeniedError,
  type AllStreamResolvedEvent,
  CancelledError,
  EventStoreDBClient,
  InvalidArgumentError,
  jsonEvent,
  MaxAppendSizeExceededError,
  NotLeaderError,
  type ResolvedEvent,
  StreamDeletedError,
  type StreamingRead,
  StreamNotFoundError,
  streamNameFilter,
  UnavailableError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import type { StoredText } from '#libs/event-sourcing/event-batch';
import type { Revision } from '#libs/event-sourcing/event';
import type { Expected } from '#libs/event-sourcing/event-store';
import { StoreUnavailable } from '#libs/event-sourcing/store-error';
import { type Connection, type Direction, type ServerEvent, WrongVersion, type Written } from '#libs/eventstoredb/connection';
import { credentialsIn } from '#libs/eventstoredb/connection-string';
import type { ServerPosition } from '#libs/eventstoredb/position';
import type { Timing } from '#libs/event-sourcing/timing';

export interface DbClientOptions {
  /** Milliseconds after which a call counts as not answered. */
  readonly deadline: number;
  /** Milliseconds after which one who waits for an event looks for himself. */
  readonly lookEvery: number;
  readonly timing: Timing;
}

type Reading = StreamingRead<ResolvedEvent> | StreamingRead<AllStreamResolvedEvent>;

/** With any of these the server said no: nothing was written, and asking again would not help. */
const REFUSALS = [AccessDeniedError, InvalidArgumentError, MaxAppendSizeExceededError, StreamDeletedError];
/** After any of these the client connects anew, to the leader if it was told who that is. */
const RECONNECTING = [NotLeaderError, UnavailableError, CancelledError];

/** The connection over @eventstore/db-client 6.2, which knows neither deadlines of reads nor of batched appends. */
export class DbClientConnection implements Connection {
  private readonly client: EventStoreDBClient;
  /** A client that loses a subscription cuts off whatever else it has under way, so subscriptions have one of their own. */
  private readonly listener: EventStoreDBClient;
  private readonly call;

  /** `url` is a connection string, `esdb://user:password@host:2113?tls=false`. */
  constructor(url: string, private readonly options: DbClientOptions) {
    this.client = EventStoreDBClient.connectionString(url);
    this.listener = EventStoreDBClient.connectionString(url);
    // Credentials in the call select the append that has a deadline; without them the client shares one endless stream.
    this.call = { credentials: credentialsIn(url), deadline: options.deadline, requiresLeader: true };
  }

  async append(stream: string, expected: Expected, events: readonly StoredText[]): Promise<Written> {
    const proposed = events.map(({ id, type, data, meta }) => jsonEvent({ id, type, data: valueOf(data), metadata: valueOf(meta) }));
    const expectedRevision = expected === 'no_stream' ? expected : BigInt(expected);
    try {
      const written = await this.answered(this.client.appendToStream(stream, proposed, { ...this.call, expectedRevision }));
      return { revision: Number(written.nextExpectedRevision), position: written.position };
    } catch (error) {
      throw answerOf(error);
    }
  }

  async readStream(stream: string, from: Revision | 'end', direction: Direction, max: number): Promise<readonly ServerEvent[]> {
    const fromRevision = from === 'end' ? from : BigInt(from);
    return this.collect(() => this.client.readStream(stream, { ...this.call, fromRevision, direction, maxCount: max }));
  }

  async readAll(from: ServerPosition | 'end', direction: Direction, max: number): Promise<readonly ServerEvent[]> {
    return this.collect(() => this.client.readAll({ ...this.call, fromPosition: from, direction, maxCount: max }));
  }

  eventAfter(after: ServerPosition, prefix: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    const subscription = this.listener.subscribeToAll({ ...this.call, fromPosition: after, filter: streamNameFilter({ prefixes: [prefix] }) });
    let stopLooking: () => void;
    let come: () => void;
    const waiting = new Promise<void>((resolve, reject) => {
      come = resolve;
      stopLooking = this.options.timing.after(this.options.lookEvery, resolve);
      signal.addEventListener('abort', come);
      subscription
        .on('data', () => resolve())
        .on('error', (error) => reject(answerOf(error)))
        .on('end', () => reject(unavailable(new Error('the subscription ended'))));
    });
    return waiting.finally(() => {
      stopLooking();
      signal.removeEventListener('abort', come);
      subscription.unsubscribe().catch(ignore);
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.client.dispose(), this.listener.dispose()]);
  }

  private async answered<T>(answer: Promise<T>): Promise<T> {
    const late = Promise.withResolvers<never>();
    const callOff = this.options.timing.after(this.options.deadline, () => late.reject(this.late()));
    return Promise.race([answer, late.promise]).finally(callOff);
  }

  /** A reading is asked once more where the client has connected anew since. */
  private async collect(read: () => Reading): Promise<readonly ServerEvent[]> {
    const attempt = (): Promise<readonly ServerEvent[]> => this.events(read());
    return attempt()
      .catch((error: unknown) => (RECONNECTING.some((kind) => error instanceof kind) ? attempt() : Promise.reject(error)))
      .catch((error: unknown) => (error instanceof StreamNotFoundError ? [] : Promise.reject(answerOf(error))));
  }

  private async events(reading: Reading): Promise<readonly ServerEvent[]> {
    const events: ServerEvent[] = [];
    const callOff = this.options.timing.after(this.options.deadline, () => reading.destroy(this.late()));
    // What the connection reports after the reading was given up has nobody else to hear it.
    reading.on('error', ignore);
    try {
      for await (const { event } of reading as AsyncIterable<ResolvedEvent>) if (event !== undefined) events.push(serverEvent(event));
      return events;
    } finally {
      callOff();
      reading.cancel().catch(ignore);
    }
  }

  private late(): Error {
    return new Error(`none within ${this.options.deadline} ms`);
  }
}

const unavailable = (cause: Error): StoreUnavailable => new StoreUnavailable('the event store', cause);
const ignore = (): void => undefined;

function serverEvent(event: NonNullable<ResolvedEvent['event']>): ServerEvent {
  return {
    stream: event.streamId,
    revision: Number(event.revision),
    position: event.position ?? { commit: -1n, prepare: -1n },
    id: event.id,
    type: event.type,
    data: event.isJson ? event.data : undefined,
    meta: event.metadata,
  };
}

function answerOf(error: unknown): Error {
  if (error instanceof WrongExpectedVersionError) {
    return new WrongVersion(typeof error.actualVersion === 'bigint' ? Number(error.actualVersion) : 'no_stream');
  }
  const refusal = REFUSALS.find((kind) => error instanceof kind);
  return refusal === undefined ? unavailable(error instanceof Error ? error : new Error(String(error))) : (error as Error);
}

/**
 * The client takes a value and makes the text itself, also of what it read. Both texts are the one that hashes were made
 * over, as long as making a text of the parsed text gives the text again.
 */
function valueOf(text: string): Record<string, unknown> {
  const value = JSON.parse(text) as Record<string, unknown> | null;
  if (typeof value !== 'object' || value === null || JSON.stringify(value) !== text) {
    throw new RangeError(`this JSON would not come back as the same text: ${text}`);
  }
  return value;
}
