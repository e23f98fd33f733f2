import type { Lookup, Request } from '#libs/event-sourcing/decider';
import type { RecordedEvent } from '#libs/event-sourcing/event';

/**
 * When a fact, then requests. The worker submits each with an id derived from the event and the request, so that each
 * takes effect once, however often the event is handled.
 */
export interface Reaction {
  /** Stored name: the checkpoint's. */
  readonly name: string;
  readonly categories: readonly string[];
  /** Pure. */
  requests(event: RecordedEvent): readonly Request[];
}

/**
 * A reaction that must find out whom the fact concerns. What it finds may have changed when a crash makes it look
 * again, so the body of a request may rest on the event alone.
 */
export interface SearchingReaction extends Pick<Reaction, 'name' | 'categories'> {
  search(event: RecordedEvent, lookup: Lookup): Promise<readonly Request[]>;
}
