import type { SightMembers } from '#libs/access/sight';
import type { View } from '#libs/event-sourcing/view';

/** A view as it is offered to readers: with whom each document concerns, and the stream a document is about. */
export interface Readable<D extends object> {
  readonly view: View<D>;
  readonly sight: SightMembers;
  /** Category of the stream whose events make the document; its key is the stream's id. */
  readonly category: string;
}
