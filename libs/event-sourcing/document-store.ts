import type { GlobalPosition } from '#libs/event-sourcing/event';

/** A reader's document, with the position of the last event folded into it. */
export interface StoredDocument<D = object> {
  readonly key: string;
  readonly position: GlobalPosition;
  /** Null for a tombstone: the document is gone, its position stays as a guard. */
  readonly body: D | null;
}

/** Replaces a document only if it still has the position that was loaded (`undefined`: there was none). */
export interface DocumentWrite<D = object> extends StoredDocument<D> {
  readonly loaded: GlobalPosition | undefined;
}

export type Scalar = string | number | boolean;

/** Filter and order use only top-level members of the body that the collection has declared as indexed. */
export interface Find {
  readonly where?: Readonly<Record<string, Scalar>>;
  /** Inclusive bounds on one member. */
  readonly range?: { readonly member: string; readonly from?: Scalar; readonly to?: Scalar };
  /**
   * Defaults to the key, ascending. The key breaks ties, in the same direction. A document without the member comes
   * before all others, so last where the order descends.
   */
  readonly order?: { readonly member: string; readonly descending?: boolean };
  /** Exclusive: the order member's value and key of the last document of the page before. */
  readonly after?: { readonly value?: Scalar; readonly key: string };
  readonly limit: number;
}

export type Count = Pick<Find, 'where' | 'range'>;

export interface Checkpoint {
  readonly position: GlobalPosition;
  readonly storeId: string;
}

/** A checkpoint is kept for one log: a position means nothing in another. Drop the checkpoint, or rebuild what it speaks of. */
export class CheckpointOfAnotherLog extends Error {
  constructor(name: string, kept: string, given: string) {
    super(`checkpoint ${name} belongs to log ${kept}, not to ${given}`);
    this.name = 'CheckpointOfAnotherLog';
  }
}

/**
 * Read models. Every driver passes `test/contracts/document-store.contract.ts`. No transactions are assumed.
 * @throws UnknownCollection, DiskFull, StoreClosed, StoreUnavailable
 */
export interface DocumentStore {
  /**
   * Idempotent. Declares a collection and the body members that may be filtered and sorted by.
   * @throws RangeError for a name that cannot be an index
   */
  declare(collection: string, indexes: readonly string[]): Promise<void>;
  get<D = object>(collection: string, keys: readonly string[]): Promise<readonly StoredDocument<D>[]>;
  /** Tombstones are left out. @throws UndeclaredMember, RangeError */
  find<D = object>(collection: string, query: Find): Promise<readonly StoredDocument<D>[]>;
  /** How many documents `find` would give without a limit. @throws UndeclaredMember */
  count(collection: string, query: Count): Promise<number>;
  /** Every document of the collection in key order, tombstones included. */
  scan<D = object>(collection: string): AsyncIterable<StoredDocument<D>>;
  /** Returns the keys that do not stand as written, since their guard failed. A key appears once a batch. @throws RangeError */
  write(collection: string, writes: readonly DocumentWrite[]): Promise<readonly string[]>;
  drop(collection: string): Promise<void>;

  checkpoint(name: string): Promise<Checkpoint | undefined>;
  /** Moves forward only: an older position is ignored. @throws CheckpointOfAnotherLog */
  saveCheckpoint(name: string, checkpoint: Checkpoint): Promise<void>;
  dropCheckpoint(name: string): Promise<void>;

  /** A named pointer, moved by compare-and-set: which collection serves a view. */
  pointer(name: string): Promise<string | undefined>;
  movePointer(name: string, expected: string | undefined, next: string): Promise<boolean>;
  close(): Promise<void>;
}
