import type { RecordedEvent } from '#libs/event-sourcing/event';

/**
 * What a reader sees, as a pure fold of events into keyed documents. A view has no side effects, so it can be rebuilt
 * at any time; an event touches a document at most once.
 */
export interface View<D extends object> {
  readonly name: string;
  /** Raised by hand with every change of the fold or of the document's shape: a new version is built beside the old. */
  readonly version: number;
  readonly categories: readonly string[];
  /** How dear the fold of a year is beside that of most views; 1 unless said. Workers that share the views go by it. */
  readonly weight?: number;
  /** Top-level members of the document that queries filter or sort by. */
  readonly indexes: readonly string[];
  /** Keys of the documents that the event touches. */
  keys(event: RecordedEvent): readonly string[];
  /** Null: there is no such document, or it is to go. */
  apply(document: D | null, event: RecordedEvent, key: string): D | null;
}
