import type { Fact, LegalDate, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { LedgerDocument } from '#libs/oversight/ledger.book';
import type { Source } from '#libs/oversight/ledger.metric';
import { SOURCES } from '#libs/oversight/ledger.metrics';
import { contributionsOf } from '#libs/oversight/ledger.numbers';
import { ledger } from '#libs/oversight/ledger.view';
import { foldedLedger } from '#libs/oversight/ledger-story';
import { legalDateOf } from '#libs/regulation/legal-date';

type Numbers = Map<string, number>;

const isUpTo = ({ meta }: RecordedEvent, day: LegalDate): boolean => legalDateOf(meta.occurredAt) <= day && legalDateOf(meta.recordedAt) <= day;

function add(numbers: Numbers, key: string, delta: number): void {
  const total = (numbers.get(key) ?? 0) + delta;
  if (total === 0) numbers.delete(key);
  else numbers.set(key, total);
}

const keyOf = (metric: string, codes: readonly (string | undefined)[]): string => [metric, ...codes].join(' ');

interface Told {
  readonly event: Recorded<Fact>;
  /** After the event. */
  readonly state: object;
}

function statesOf(source: Source, events: readonly RecordedEvent[]): readonly Told[] {
  const told: Told[] = [];
  for (const stored of events) {
    const event = stored as unknown as Recorded<Fact>;
    const before = told.at(-1)?.state;
    const state = before === undefined ? source.opened(event) : source.evolve(before, event);
    if (state !== undefined) told.push({ event, state });
  }
  return told;
}

/** What the facts of one record come to on a day, by the definitions of the numbers alone. */
function countRecord(source: Source, events: readonly RecordedEvent[], day: LegalDate, into: Numbers): void {
  const told = statesOf(source, events);
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return;
  for (const { name, dimensions, counts, stands } of source.metrics) {
    const counted = told.flatMap(({ event, state }) => counts?.(event, state) ?? []);
    const standing = (stands?.(last.state, day) ?? []).map((of) => ({ of, delta: 1 }));
    for (const { of, delta } of [...counted, ...standing]) {
      const cell = { ...source.shared(last.state), ...of };
      add(into, keyOf(name, [first.event.meta.area, ...dimensions.map((dimension) => cell[dimension])]), delta);
    }
  }
}

function countAnew(log: readonly RecordedEvent[], day: LegalDate): Numbers {
  const records = new Map<string, RecordedEvent[]>();
  for (const event of log.filter((told) => isUpTo(told, day))) {
    for (const key of ledger.keys(event)) records.set(key, [...(records.get(key) ?? []), event]);
  }
  const numbers: Numbers = new Map();
  for (const [key, events] of records) {
    const source = SOURCES.find(({ category }) => key.startsWith(`${category}-`));
    if (source !== undefined) countRecord(source, events, day, numbers);
  }
  return numbers;
}

function sumUp(documents: readonly LedgerDocument[], day: LegalDate): Numbers {
  const numbers: Numbers = new Map();
  for (const { metric, of, occurredOn, recordedOn, delta } of documents.flatMap((document) => contributionsOf(document))) {
    if (occurredOn <= day && recordedOn <= day) add(numbers, keyOf(metric, Object.values(of)), delta);
  }
  return numbers;
}

/** Days of the log at a third, at two thirds and at its end, and one when every period of it is over. */
function daysOf(log: readonly RecordedEvent[]): readonly LegalDate[] {
  const days = log.map(({ meta }) => legalDateOf(meta.recordedAt)).toSorted();
  const picked = [1, 2, 3].flatMap((third) => days[Math.ceil((days.length * third) / 3) - 1] ?? []);
  return [...new Set(picked), '2031-12-31'];
}

/** Numbers that the ledger gives as of a day, and that are others when counted anew from what had happened and was written down by then. */
export const miscounted = (log: readonly RecordedEvent[], documents: readonly LedgerDocument[] = foldedLedger(log)): readonly string[] =>
  daysOf(log).flatMap((day) => {
    const [expected, given] = [countAnew(log, day), sumUp(documents, day)];
    const keys = [...new Set([...expected.keys(), ...given.keys()])];
    return keys.filter((key) => expected.get(key) !== given.get(key)).map((key) => `ledger on ${day}: ${key} is ${given.get(key) ?? 0}, counted anew ${expected.get(key) ?? 0}`);
  });
