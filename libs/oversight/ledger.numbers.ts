import type { GlobalPosition, LegalDate, Revision } from '#libs/event-sourcing/event';
import type { LedgerDocument } from '#libs/oversight/ledger.book';
import { DIMENSION_NAMES, DIMENSIONS, type DimensionName } from '#libs/oversight/ledger.dimensions';
import type { Cell } from '#libs/oversight/ledger.metric';
import type { ListedMetric } from '#libs/oversight/ledger.metrics';

/** Days on both clocks, in Asia/Shanghai. `After` is exclusive, `UpTo` inclusive; a bound left out does not bound. */
export interface Window {
  readonly occurredAfter?: LegalDate | undefined;
  readonly occurredUpTo?: LegalDate | undefined;
  readonly recordedAfter?: LegalDate | undefined;
  readonly recordedUpTo?: LegalDate | undefined;
}

/** What is asked of the ledger. */
export interface Question extends Window {
  readonly metric: ListedMetric;
  /** Codes that a contribution must have, the area among them. */
  readonly where: Cell;
  /** Nothing after this place of the log counts, so that answers given for the same place agree. */
  readonly position?: GlobalPosition | undefined;
}

/** A part of a number without its cause: what is added up. */
export interface Part {
  readonly metric: string;
  /** Codes of all dimensions of the metric, the area among them. */
  readonly of: Cell;
  /** Day from which it counts. */
  readonly occurredOn: LegalDate;
  /** Day on which its event was written down. */
  readonly recordedOn: LegalDate;
  readonly delta: number;
}

/** A signed part of a number with the event that caused it. The sum of all of them is the number. */
export interface Contribution extends Part {
  /** Stream of the record that it is about. */
  readonly record: string;
  readonly event: { readonly stream: string; readonly revision: Revision; readonly id: string; readonly position: GlobalPosition };
}

const within = (day: LegalDate, after: LegalDate | undefined, upTo: LegalDate | undefined): boolean =>
  (after === undefined || day > after) && (upTo === undefined || day <= upTo);

const fits = (of: Cell, where: Cell): boolean => DIMENSION_NAMES.every((name) => where[name] === undefined || of[name] === where[name]);

/** Whether the part belongs to what is asked, the place of the log apart. */
export const answers = ({ metric, of, occurredOn, recordedOn }: Part, asked: Question): boolean =>
  metric === asked.metric.name &&
  within(occurredOn, asked.occurredAfter, asked.occurredUpTo) &&
  within(recordedOn, asked.recordedAfter, asked.recordedUpTo) &&
  fits(of, asked.where);

/** All that a document of the ledger has booked up to a place of the log, in order. */
export const contributionsOf = ({ stream, area, bookings }: LedgerDocument, position?: GlobalPosition): readonly Contribution[] =>
  bookings
    .filter((booking) => position === undefined || booking.position <= position)
    .flatMap(({ recordedOn, entries, ...event }) => entries.map(({ of, ...entry }) => ({ ...entry, of: { area, ...of }, recordedOn, record: stream, event: { stream, ...event } })));

export const contributionsIn = (document: LedgerDocument, asked: Question): readonly Contribution[] =>
  contributionsOf(document, asked.position).filter((contribution) => answers(contribution, asked));

export const sumOf = (parts: readonly Pick<Part, 'delta'>[]): number => parts.reduce((sum, { delta }) => sum + delta, 0);

const orderOf = ({ occurredOn, event }: Contribution): string => `${occurredOn} ${event.position}`;

/** By the day from which they count, then as they were written down. */
export function oldestFirst(a: Contribution, b: Contribution): number {
  if (orderOf(a) === orderOf(b)) return 0;
  return orderOf(a) < orderOf(b) ? -1 : 1;
}

export interface Row {
  readonly of: Cell;
  readonly number: number;
}

const keyOf = (by: readonly DimensionName[], of: Cell): string => JSON.stringify(by.map((name) => of[name]));

/** One row for each combination of codes that `where` leaves, in the order of the tables; zero rows are kept. */
export function rowsOf(parts: readonly Part[], by: readonly DimensionName[], where: Cell): readonly Row[] {
  const sums = new Map<string, number>();
  for (const { of, delta } of parts) sums.set(keyOf(by, of), (sums.get(keyOf(by, of)) ?? 0) + delta);
  const codesOf = (name: DimensionName): readonly string[] => DIMENSIONS[name].codes.filter((code) => where[name] === undefined || where[name] === code);
  const cells = by.reduce<readonly Cell[]>((rows, name) => rows.flatMap((row) => codesOf(name).map((code) => ({ ...row, [name]: code }))), [{}]);
  return cells.map((of) => ({ of, number: sums.get(keyOf(by, of)) ?? 0 }));
}

/**
 * Without what a record has cancelled out by itself: who has left a place again, or a last day that was met. What
 * remains shows whom the number is about, and its sum is the same.
 */
export function withoutCancelled(contributions: readonly Contribution[]): readonly Contribution[] {
  const keyIn = ({ record, of }: Contribution): string => JSON.stringify([record, of]);
  const sums = new Map<string, number>();
  for (const contribution of contributions) sums.set(keyIn(contribution), (sums.get(keyIn(contribution)) ?? 0) + contribution.delta);
  return contributions.filter((contribution) => sums.get(keyIn(contribution)) !== 0);
}
