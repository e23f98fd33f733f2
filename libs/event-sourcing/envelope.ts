import type { Request } from '#libs/event-sourcing/decider';
import type { Actor, EventMeta, GlobalPosition, Instant, NewEvent, Revision } from '#libs/event-sourcing/event';
import type { Expected } from '#libs/event-sourcing/event-store';

/** A request with all that the record must say about it. */
export interface Envelope extends Request {
  readonly commandId: string;
  readonly actor: Actor;
  /** Defaults to the command id. */
  readonly correlationId?: string;
  readonly causationId?: string;
  /** The revision the caller saw (`If-Match`); any other revision is refused. */
  readonly expected?: Revision | undefined;
  /** For timers: when it became due. Others say it in the body, where their command allows it. */
  readonly occurredAt?: Instant;
}

export interface Outcome {
  readonly stream: string;
  /** Revision of the stream, and position of its last event, after the command. */
  readonly revision: Revision;
  readonly position: GlobalPosition | undefined;
  readonly events: readonly { readonly id: string; readonly type: string; readonly revision: Revision }[];
  /** True when this command had been carried out before. */
  readonly repeated: boolean;
}

export class UnknownCommand extends Error {}
/** The command is about something that does not exist. */
export class StreamNotFound extends Error {}
/** The command would open a stream that exists. */
export class StreamExists extends Error {}
/** The same command id came with another body. Nothing was written. */
export class CommandIdReused extends Error {}
/** The stream has moved on since the caller read it. */
export class RevisionMismatch extends Error {
  constructor(readonly stream: string, readonly expected: Revision, readonly actual: Expected) {
    super(`stream ${stream} is at ${actual}, not ${expected}`);
  }
}
/** Said to have happened later than now. */
export class OccursInFuture extends Error {}

/** Completes an event with its place in the chain of its stream. */
export type Link = (stream: string, revision: Revision, prevHash: string | undefined, event: Unlinked) => NewEvent;
export type Unlinked = Omit<NewEvent, 'meta'> & { readonly meta: Omit<EventMeta, 'prevHash' | 'hash'> };
