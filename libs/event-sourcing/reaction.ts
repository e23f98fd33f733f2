import type { Request } from '#libs/event-sourcing/decider';
import type { RecordedEvent } from '#libs/event-sourcing/event';

/** When a fact, then requests. Pure; the worker submits them with ids derived from the event, so each takes effect once. */
export interface Reaction {
  /** Stored name: the checkpoint's. */
  readonly name: string;
  readonly categories: readonly string[];
  requests(event: RecordedEvent): readonly Request[];
}
