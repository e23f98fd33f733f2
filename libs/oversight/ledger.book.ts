import type { Fact, GlobalPosition, LegalDate, Recorded, RecordedEvent, Revision } from '#libs/event-sourcing/event';
import type { Cell, Count, Metric, Source } from '#libs/oversight/ledger.metric';
import { legalDateOf } from '#libs/regulation/legal-date';

/** A signed contribution. */
export interface Entry {
  readonly metric: string;
  readonly of: Cell;
  /** Day from which it counts. */
  readonly occurredOn: LegalDate;
  readonly delta: number;
}

/** The contributions that one event caused. */
export interface Booking {
  readonly revision: Revision;
  readonly id: string;
  readonly position: GlobalPosition;
  /** Of the event, where it is not the stream of the document. */
  readonly stream?: string;
  /** Day on which the event was written down. */
  readonly recordedOn: LegalDate;
  readonly entries: readonly Entry[];
}

/** Contributions of one record, only ever added to. */
export interface LedgerDocument {
  readonly category: string;
  readonly stream: string;
  readonly area: string;
  /** State after all events that had happened by the day, oldest day first. */
  readonly states: readonly DayState[];
  readonly bookings: readonly Booking[];
}

interface DayState {
  readonly on: LegalDate;
  readonly state: object;
}

interface Change {
  readonly metric: Metric;
  /** In the order of the metric's dimensions. */
  readonly codes: readonly (string | undefined)[];
  readonly delta: number;
}
/** What one event changes on a day, by metric and codes; nothing that is zero. */
type Effect = ReadonlyMap<string, Change>;
const NO_EFFECT: Effect = new Map();

const indexOn = (states: readonly DayState[], on: LegalDate): number => states.findLastIndex((known) => known.on <= on);
const stateOn = (states: readonly DayState[], on: LegalDate): object | undefined => states[indexOn(states, on)]?.state;

/** The state that the event leaves of one known before: that one itself where it changes nothing. */
function evolved(source: Source, known: DayState | undefined, event: Recorded<Fact>, on: LegalDate): DayState | undefined {
  const state = known === undefined ? source.opened(event) : source.evolve(known.state, event);
  return state === undefined || state === known?.state ? known : { on, state };
}

/**
 * The event is the last of its record, so it comes on top of what is known of its own day and of every later one.
 * `before` itself where it changes no state.
 */
function statesAfter(source: Source, before: readonly DayState[], event: Recorded<Fact>, on: LegalDate): readonly DayState[] {
  const days = [on, ...before.filter((known) => known.on > on).map((known) => known.on)];
  const after = days.map((day) => evolved(source, before[indexOn(before, day)], event, day)).filter((state, index) => state?.on === days[index]) as readonly DayState[];
  return after.every((state) => before.includes(state)) ? before : [...before.filter((known) => known.on < on), ...after];
}

/** What holds on the day, and all that comes after. */
const inEffect = (states: readonly DayState[], on: LegalDate): readonly DayState[] => states.slice(Math.max(0, indexOn(states, on)));

/** Days, its own and later ones, from which on the event may mean something else than the day before. */
function stepsOf(source: Source, before: readonly DayState[], after: readonly DayState[], on: LegalDate): readonly LegalDate[] {
  const known = before === after ? [] : [...inEffect(before, on), ...inEffect(after, on)];
  const days = [...before.map((state) => state.on), ...known.flatMap(({ on: day, state }) => [day, ...source.turns(state)])];
  return [...new Set([on, ...days.filter((day) => day > on)])].sort();
}

function addTo(sum: Map<string, Change>, key: string, { delta, ...change }: Change): void {
  const total = (sum.get(key)?.delta ?? 0) + delta;
  if (total === 0) sum.delete(key);
  else sum.set(key, { ...change, delta: total });
}

const standing = (metric: Metric, state: object | undefined, on: LegalDate, delta: 1 | -1): readonly Count[] =>
  state === undefined ? [] : (metric.stands?.(state, on) ?? []).map((of) => ({ of, delta }));

function changesOn(metric: Metric, before: object | undefined, after: object | undefined, event: Recorded<Fact>, on: LegalDate): readonly Count[] {
  const counted = after === undefined ? [] : (metric.counts?.(event, after) ?? []);
  return before === after ? counted : [...counted, ...standing(metric, after, on, 1), ...standing(metric, before, on, -1)];
}

function effectOn(source: Source, before: object | undefined, after: object | undefined, event: Recorded<Fact>, on: LegalDate): Effect {
  const sum = new Map<string, Change>();
  const shared: Cell = after === undefined ? {} : source.shared(after);
  for (const metric of source.metrics) {
    for (const { of, delta } of changesOn(metric, before, after, event, on)) {
      const codes = metric.dimensions.map((name) => of[name] ?? shared[name]);
      addTo(sum, `${metric.name} ${codes.join(' ')}`, { metric, codes, delta });
    }
  }
  return sum;
}

/** What must be booked on a day so that the sum changes from the effect of the day before to that of the day. */
function difference(earlier: Effect, effect: Effect): Effect {
  if (earlier.size === 0) return effect;
  const sum = new Map(effect);
  for (const [key, change] of earlier) addTo(sum, key, { ...change, delta: -change.delta });
  return sum;
}

const entryOf = ({ metric, codes, delta }: Change, occurredOn: LegalDate): Entry => ({
  metric: metric.name, of: Object.fromEntries(metric.dimensions.map((name, index) => [name, codes[index]])), occurredOn, delta,
});

function entriesOf(source: Source, before: readonly DayState[], states: readonly DayState[], event: Recorded<Fact>, on: LegalDate): readonly Entry[] {
  const entries: Entry[] = [];
  let earlier = NO_EFFECT;
  for (const occurredOn of stepsOf(source, before, states, on)) {
    const effect = effectOn(source, stateOn(before, occurredOn), stateOn(states, occurredOn), event, occurredOn);
    for (const change of difference(earlier, effect).values()) entries.push(entryOf(change, occurredOn));
    earlier = effect;
  }
  return entries;
}

/**
 * Books an event. Its effect holds from the day it happened; where later days are known already, because it is written
 * down late, or where a last day lies ahead, the effect may differ from there on, and the difference is booked on that
 * day. So for any two days the sum of all entries with `occurredOn` up to the one and `recordedOn` up to the other is
 * what a fold of only the events of those days would give.
 */
export function book(source: Source, document: LedgerDocument | null, recorded: RecordedEvent): LedgerDocument | null {
  const event = recorded as unknown as Recorded<Fact>;
  const { stream, revision, id, position, meta } = recorded;
  const on = legalDateOf(meta.occurredAt);
  const before = document?.states ?? [];
  const states = statesAfter(source, before, event, on);
  if (states.length === 0) return document;
  const entries = entriesOf(source, before, states, event, on);
  const record = document ?? { category: source.category, stream, area: meta.area, bookings: [] };
  const foreign = stream === record.stream ? {} : { stream };
  const booking: Booking = { revision, id, position, ...foreign, recordedOn: legalDateOf(meta.recordedAt), entries };
  return { ...record, states, bookings: entries.length === 0 ? record.bookings : [...record.bookings, booking] };
}
