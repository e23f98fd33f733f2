import type { Fact, LegalDate, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { DimensionName } from '#libs/oversight/ledger.dimensions';

/** Codes by dimension, the area apart: `{ state: 'ON_SITE', agencyType: 'SCHOOL' }`. */
export type Cell = Readonly<Partial<Record<DimensionName, string>>>;

export interface Count {
  readonly of: Cell;
  readonly delta: number;
}

/** One number, and all that a reader must know to trust it. `S` is the state of its source, `E` the facts. */
export interface Metric<S = object, E extends Fact = Fact> {
  /** The one spelling: in code, in the URL, in an export. */
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** 口径: which events count, on which day, once for what. */
  readonly definition: string;
  /** Beside the area. Every contribution says all of them. */
  readonly dimensions: readonly DimensionName[];
  /** What the event counts by itself, once for all days from its own. `state` is the one after the event. */
  counts?(event: Recorded<E>, state: S): readonly Count[];
  /** Where a record stands on a day. The ledger books the moves from one place to the next. */
  stands?(state: S, on: LegalDate): readonly Cell[];
}

/** One kind of record that the ledger folds, with the numbers that come of it. */
export interface Source<S = object, E extends Fact = Fact> {
  /** Of the ledger's documents, with which their keys begin. */
  readonly category: string;
  /** Streams whose facts it folds. */
  readonly categories: readonly string[];
  /** Keys of the documents that the event touches: one a stream, where the stream ends some day. */
  documentsOf(event: RecordedEvent): readonly string[];
  /** The state that the first fact of a stream opens. Until it has happened, the stream counts nothing. */
  opened(event: Recorded<E>): S | undefined;
  /** The state itself where the event changes nothing of it: then nothing has moved. */
  evolve(state: S, event: Recorded<E>): S;
  /** Days on which a state changes its place without any event: the day after a last day. */
  turns(state: S): readonly LegalDate[];
  /** Dimensions that every number of the source shares; they never change. */
  shared(state: S): Cell;
  readonly metrics: readonly Metric<S, E>[];
}

/** A source of its own state and facts as one of many. */
export const anySource = <S extends object, E extends Fact>(source: Source<S, E>): Source => source as unknown as Source;

/** A source that keeps a document for each of its streams, whose states move by events alone. */
export const streamSource = <S extends object, E extends Fact>(source: Pick<Source<S, E>, 'category' | 'opened' | 'evolve' | 'shared' | 'metrics'> & Partial<Source<S, E>>): Source =>
  anySource({ categories: [source.category], documentsOf: ({ stream }) => [stream], turns: () => [], ...source });

/** The state with the change, or itself where it has all of it already. */
export const changed = <S extends object>(state: S, change: Partial<S>): S =>
  Object.entries(change).every(([member, value]) => state[member as keyof S] === value) ? state : { ...state, ...change };

export const one = (of: Cell): Count => ({ of, delta: 1 });
export const each = (cells: readonly Cell[]): readonly Count[] => cells.map(one);
