import { type SightMembers, sees } from '#libs/access/sight';
import type { Actor } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** A view as it is offered to readers: with whom each document concerns, and the stream a document is about. */
export interface Readable<D extends object> {
  readonly view: View<D>;
  readonly sight: SightMembers;
  /** A relation that no single member says; it opens one document, never a list. */
  alsoSeenBy?(actor: Actor, document: D): boolean;
  /** Category of the stream whose events make the document; its key is the stream's id. */
  readonly category: string;
}

/** Whether the actor may read this document. */
export const maySee = <D extends object>({ sight, alsoSeenBy }: Pick<Readable<D>, 'sight' | 'alsoSeenBy'>, actor: Actor, document: D): boolean =>
  sees(actor, document, sight) || alsoSeenBy?.(actor, document) === true;
