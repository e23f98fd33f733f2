/**
 * An instant as RFC 3339 in UTC with milliseconds: `2026-11-24T08:30:00.000Z`.
 * @format date-time
 */
export type Instant = string;
/**
 * A day that counts in law, `YYYY-MM-DD` in Asia/Shanghai. Never a JavaScript `Date`.
 * @format date
 */
export type LegalDate = string;
/** Index of an event in its stream: 0, 1, 2 … without gaps. */
export type Revision = number;
/** Place in the order of the whole store: opaque, 20 characters, compared as text, increasing, not dense. */
export type GlobalPosition = string;

/**
 * Something that happened, in the words of the domain. `type` is a stored name: it is never renamed; a changed shape
 * is a new schema version with an upcaster.
 */
export interface Fact<T extends string = string, D extends object = object> {
  readonly type: T;
  readonly data: D;
}

/** Who acts. Personal data stays in the directory; events carry only these references. */
export interface Actor {
  /** Reference of the person, or `system` for a timer or a reaction. */
  readonly person: string;
  readonly role: string;
  /** Reference of the organisation: a centre's area code, an agency id … */
  readonly organisation: string;
  /** Of another program: categories of streams that it may follow. Absent for people. */
  readonly categories?: readonly string[];
}

/** What is known of an event beside its data. Every value is a string, so that every store can carry it unchanged. */
export interface EventMeta {
  readonly schemaVersion: string;
  /** When it happened. */
  readonly occurredAt: Instant;
  /** When it was written down, by the program's clock; never before the event that precedes it in its stream. */
  readonly recordedAt: Instant;
  readonly command: string;
  readonly commandId: string;
  /** SHA-256 of the command's name and body: the same id with another body is refused. */
  readonly commandHash: string;
  /** The event that caused the command, else the command itself. */
  readonly causationId: string;
  readonly correlationId: string;
  readonly actor: string;
  readonly role: string;
  readonly organisation: string;
  /** Rule ids the fact rests on, separated by spaces. */
  readonly basis: string;
  /** Version of the policy that the decision was made under; absent where none was in force, and in events from before versions were named. */
  readonly policy?: string;
  /** Area whose jurisdiction the fact falls under. */
  readonly area: string;
  /** Hash of the preceding event of the stream; 64 zeros for the first. */
  readonly prevHash: string;
  /** Always the last member; see `libs/proof/hash-chain.ts`. */
  readonly hash: string;
}

export interface NewEvent {
  /** UUID derived from the command id, so that a retry is the same write. */
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly meta: EventMeta;
  /** The bytes that the hash of a linked event is over: a store keeps these, it serialises nothing a second time. */
  readonly dataText?: string;
  readonly metaText?: string;
}

export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  readonly revision: Revision;
  readonly position: GlobalPosition;
  /** The bytes as stored; hashes are over these, never over a second serialisation. */
  readonly dataText: string;
  readonly metaText: string;
}

/** A recorded event of known types, for folds that are exhaustive over `E`. */
export type Recorded<E extends Fact> = E extends Fact ? Omit<RecordedEvent, 'type' | 'data'> & E : never;

/** Category of a stream: the text before its first `-`. */
export const categoryOf = (stream: string): string => stream.split('-', 1)[0] ?? stream;
