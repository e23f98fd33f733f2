import type { Fact, GlobalPosition, LegalDate, Recorded, RecordedEvent, Revision } from '#libs/event-sourcing/event';
import type { Cell, Metric, Source } from '#libs/oversight/ledger.metric';
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
  /** Day on which the event was written down. */
  readonly recordedOn: LegalDate;
  readonly entries: readonly Entry[];
}

/** Contributions of one stream, only ever added to. */
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

type Change = Pick<Entry, 'metric' | 'of' | 'delta'>;
/** What one event changes on a day, by metric and cell; nothing that is zero. */
type Effect = ReadonlyMap<string, Change>;
const NO_EFFECT: Effect = new Map();

const stateOn = (states: readonly DayState[], on: LegalDate): object | undefined => states.findLast((known) => known.on <= on)?.state;

const evolved = (source: Source, state: object | undefined, event: Recorded<Fact>): object | undefined =>
  state === undefined ? source.opened(event) : source.evolve(state, event);

/** The event is the last of its stream, so it comes on top of what is known of its own day and of every later one. */
function statesAfter(source: Source, before: readonly DayState[], event: Recorded<Fact>, on: LegalDate): readonly DayState[] {
  const later = before.filter((known) => known.on > on);
  const changed = [on, ...later.map((known) => known.on)].flatMap((day): readonly DayState[] => {
    const state = evolved(source, stateOn(before, day), event);
    return state === undefined ? [] : [{ on: day, state }];
  });
  return [...before.filter((known) => known.on < on), ...changed];
}

/** Days, its own and later ones, from which on the event may mean something else than the day before. */
function stepsOf(source: Source, known: readonly DayState[], on: LegalDate): readonly LegalDate[] {
  const days = known.flatMap(({ on: day, state }) => [day, ...source.turns(state)]);
  return [...new Set([on, ...days.filter((day) => day > on)])].sort();
}

function addTo(sum: Map<string, Change>, metric: string, of: Cell, delta: number): void {
  const key = JSON.stringify([metric, of]);
  const total = (sum.get(key)?.delta ?? 0) + delta;
  if (total === 0) sum.delete(key);
  else sum.set(key, { metric, of, delta: total });
}

type Counting = readonly { readonly of: Cell; readonly delta: number }[];

const standing = (metric: Metric, state: object | undefined, on: LegalDate, delta: 1 | -1): Counting =>
  state === undefined ? [] : (metric.stands?.(state, on) ?? []).map((of) => ({ of, delta }));

const counted = (metric: Metric, state: object | undefined, event: Recorded<Fact>): Counting =>
  state === undefined ? [] : (metric.counts?.(event, state) ?? []);

function effectOn(source: Source, before: object | undefined, after: object | undefined, event: Recorded<Fact>, on: LegalDate): Effect {
  const sum = new Map<string, Change>();
  const shared = after === undefined ? {} : source.shared(after);
  for (const metric of source.metrics) {
    const changes = [...counted(metric, after, event), ...standing(metric, after, on, 1), ...standing(metric, before, on, -1)];
    for (const { of, delta } of changes) {
      const cell: Cell = { ...shared, ...of };
      addTo(sum, metric.name, Object.fromEntries(metric.dimensions.map((name) => [name, cell[name]])), delta);
    }
  }
  return sum;
}

/** What must be booked on a day so that the sum changes from the effect of the day before to that of the day. */
function difference(earlier: Effect, effect: Effect): Effect {
  const sum = new Map(effect);
  for (const { metric, of, delta } of earlier.values()) addTo(sum, metric, of, -delta);
  return sum;
}

function entriesOf(source: Source, before: readonly DayState[], states: readonly DayState[], event: Recorded<Fact>, on: LegalDate): readonly Entry[] {
  const entries: Entry[] = [];
  let earlier = NO_EFFECT;
  for (const occurredOn of stepsOf(source, [...before, ...states], on)) {
    const effect = effectOn(source, stateOn(before, occurredOn), stateOn(states, occurredOn), event, occurredOn);
    for (const { metric, of, delta } of difference(earlier, effect).values()) entries.push({ metric, of, occurredOn, delta });
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
export function book(source: Source, document: LedgerDocument | null, recorded: RecordedEvent): LedgerDocument {
  const event = recorded as unknown as Recorded<Fact>;
  const { stream, revision, id, position, meta } = recorded;
  const on = legalDateOf(meta.occurredAt);
  const before = document?.states ?? [];
  const states = statesAfter(source, before, event, on);
  const entries = entriesOf(source, before, states, event, on);
  const booking: Booking = { revision, id, position, recordedOn: legalDateOf(meta.recordedAt), entries };
  const bookings = [...(document?.bookings ?? []), ...(entries.length === 0 ? [] : [booking])];
  return { category: source.category, stream, area: document?.area ?? meta.area, states, bookings };
}
