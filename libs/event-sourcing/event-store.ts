import type { GlobalPosition, NewEvent, RecordedEvent, Revision } from '#libs/event-sourcing/event';

/** What the writer believes the stream to be: `no_stream`, or the revision of its last event. There is no "any". */
export type Expected = 'no_stream' | Revision;

export interface Appended {
  /** Revision and position of the last event of the batch. */
  readonly revision: Revision;
  readonly position: GlobalPosition;
  /** True when these same events were already there. */
  readonly repeated: boolean;
}

/** `from` and `to`, both included, bound the revisions in either direction: backwards starts at `to`. */
export interface ReadStream {
  readonly from?: Revision;
  readonly to?: Revision;
  readonly backwards?: boolean;
  readonly max?: number;
}

export const WHOLE_STREAM: Required<ReadStream> = { from: 0, to: Number.MAX_SAFE_INTEGER, backwards: false, max: Number.MAX_SAFE_INTEGER };

export interface ReadAll {
  /** Exclusive. */
  readonly after?: GlobalPosition | undefined;
  readonly max: number;
  readonly categories?: readonly string[];
}

/** @throws RangeError */
export function assertPageSize({ max }: ReadAll): void {
  if (!Number.isSafeInteger(max) || max < 1) throw new RangeError(`a page of ${max} events`);
}

export interface Page {
  readonly events: readonly RecordedEvent[];
  /** Where the next page starts, also past events that the filter left out. */
  readonly scannedTo: GlobalPosition | undefined;
  readonly atHead: boolean;
}

/**
 * The log. Order of positions is order of commits; nothing is ever changed or removed.
 * Every driver passes `test/contracts/event-store.contract.ts`.
 */
export interface EventStore {
  /** Identity of this log; positions mean nothing outside it. */
  readonly storeId: string;
  /**
   * Resolves when the events are durable. The same ids at the same expected revision answer with the old position
   * (`repeated`).
   * @throws WrongExpectedRevision, CorruptedIdempotency, EventTooLarge, AppendOutcomeUnknown, DiskFull, StoreClosed
   */
  append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended>;
  /** Empty for a stream that does not exist. */
  readStream(stream: string, options?: ReadStream): AsyncIterable<RecordedEvent>;
  readAll(options: ReadAll): Promise<Page>;
  /** Pages of events after `after`, then waits for more until the signal aborts. */
  subscribe(options: Omit<ReadAll, 'max'> & { readonly signal: AbortSignal; readonly max?: number }): AsyncIterable<Page>;
  head(): Promise<GlobalPosition | undefined>;
  /** How much log lies between two positions, in the driver's own unit (events or bytes): for progress and lag only. */
  distance(after: GlobalPosition | undefined, upTo: GlobalPosition | undefined): number;
  close(): Promise<void>;
}

/** The half of a store that other processes may open beside the one that writes. */
export type EventReader = Omit<EventStore, 'append' | 'subscribe'>;

/**
 * Greatest number of bytes of one event's data and metadata together: room for the frozen pool of a whole province,
 * while several such events still fit one append of any store (1 MiB).
 */
export const MAX_EVENT_BYTES = 256 * 1024;

export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    readonly actual: Expected,
  ) {
    super(`stream ${stream}: expected ${expected}, is ${actual}`);
    this.name = 'WrongExpectedRevision';
  }
}

/** Some but not all of the events are there already: the batch was not the one written before. */
export class CorruptedIdempotency extends Error {
  constructor(stream: string) {
    super(`stream ${stream}: a part of this batch is already stored`);
    this.name = 'CorruptedIdempotency';
  }
}

export class EventTooLarge extends Error {
  constructor(stream: string, bytes: number) {
    super(`stream ${stream}: an event of ${bytes} bytes is over ${MAX_EVENT_BYTES}`);
    this.name = 'EventTooLarge';
  }
}

/** No answer in time. Retry with the same events and the same expected revision; never decide again first. */
export class AppendOutcomeUnknown extends Error {
  constructor(stream: string, cause: unknown) {
    super(`stream ${stream}: it is unknown whether the append happened`, { cause });
    this.name = 'AppendOutcomeUnknown';
  }
}

/** What is stored for the event is no JSON: somebody changed the file. */
export class UnreadableEvent extends Error {
  constructor(
    readonly stream: string,
    readonly revision: Revision,
    cause: unknown,
  ) {
    super(`${stream}@${revision}: what is stored is not JSON`, { cause });
    this.name = 'UnreadableEvent';
  }
}
