import type { Revision } from '#libs/event-sourcing/event';
import type { StoredText } from '#libs/event-sourcing/event-batch';
import type { Expected } from '#libs/event-sourcing/event-store';
import type { ServerPosition } from '#libs/eventstoredb/position';

/** An event as the server gives it back; names are the server's. */
export interface ServerEvent {
  readonly stream: string;
  readonly revision: Revision;
  readonly position: ServerPosition;
  readonly id: string;
  readonly type: string;
  /** Parsed by the client, which does not hand out the text. */
  readonly data: unknown;
  readonly meta: unknown;
}

export interface Written {
  readonly revision: Revision;
  /** Missing where the server recognised the events and did not look up where they are. */
  readonly position: ServerPosition | undefined;
}

/**
 * The few calls of a client that the driver uses. Every call ends: with an answer, with a refusal of the server as the
 * client throws it, or as unavailable: the server is silent, restarting, not the leader, or cut the connection.
 */
export interface Connection {
  /** @throws WrongVersion, StoreUnavailable, RangeError for an event that would not come back as it is */
  append(stream: string, expected: Expected, events: readonly StoredText[]): Promise<Written>;
  /** From a revision, inclusive; empty also where there is no stream. */
  readStream(stream: string, from: Revision | 'end', direction: Direction, max: number): Promise<readonly ServerEvent[]>;
  /** The whole log of the server. Forwards from a position, inclusive; backwards before it. */
  readAll(from: ServerPosition | 'end', direction: Direction, max: number): Promise<readonly ServerEvent[]>;
  /**
   * Resolves when an event was written after `after` to a stream whose name begins with `prefix`, when the signal aborts,
   * and now and then, in case the server forgot. @throws StoreUnavailable when the server broke it off
   */
  eventAfter(after: ServerPosition, prefix: string, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export type Direction = 'forwards' | 'backwards';

/** The stream is not at the revision that was expected. Nothing was written now. */
export class WrongVersion extends Error {
  constructor(readonly actual: Expected) {
    super(`the stream is at ${actual}`);
    this.name = 'WrongVersion';
  }
}
