import { type SightMembers, sees } from '#libs/access/sight';
import type { Scalar } from '#libs/event-sourcing/document-store';
import type { Actor, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** A view as it is offered to readers: with whom each document concerns, and the stream a document is about. */
export interface Readable<D extends object> {
  readonly view: View<D>;
  readonly sight: SightMembers;
  /** Whether the document is there for anybody yet; it always is, unless said. */
  isThere?(document: D): boolean;
  /** Category of the stream whose events make the document; its key is the stream's id. */
  readonly category: string;
  readonly relation?: Relation<D>;
  readonly release?: Release<D>;
}

/** A relation that no single member of the document says. */
export interface Relation<D extends object> {
  holds(actor: Actor, document: D): boolean;
  /** Where to look for the documents it may open: an index from the actor to their keys. */
  index(actor: Actor): RelationIndex | undefined;
}

export interface RelationIndex {
  readonly view: View<object>;
  readonly where: Readonly<Record<string, Scalar>>;
  /** Member of the index, and of the documents, that holds the document's key. */
  readonly key: string;
}

/** What reaches a reader who may see the document, but not the whole of it. */
export interface Release<D extends object> {
  shown(document: D, actor: Actor): object;
  /** The facts of the stream that the actor is told of. Documents of the past and timelines are made of these. */
  told(events: readonly RecordedEvent[], actor: Actor): readonly RecordedEvent[];
  /** One more told fact; the view's own fold, unless said. */
  afterTold?: (document: D | null, event: RecordedEvent, key: string) => D | null;
  /** The facts are numbered as they are told: the numbers of the stream, and so its ETag, would tell how many are not. */
  readonly numbersItself?: true;
}

/** Whether the actor may read this document. */
export const maySee = <D extends object>({ sight, relation, isThere }: Readable<D>, actor: Actor, document: D): boolean =>
  isThere?.(document) !== false && (sees(actor, document, sight) || relation?.holds(actor, document) === true);

export const shownTo = <D extends object>({ release }: Readable<D>, actor: Actor, document: D): object => release?.shown(document, actor) ?? document;

export const toldTo = <D extends object>({ release }: Readable<D>, actor: Actor, events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  release?.told(events, actor) ?? events;

/** The document that the told facts make. */
export const documentOf = <D extends object>({ release, view }: Readable<D>, told: readonly RecordedEvent[], key: string): D | null =>
  told.reduce<D | null>((document, event) => (release?.afterTold ?? view.apply)(document, event, key), null);
