import fc from 'fast-check';
import { anyPlay, play } from '#libs/cases/case-chance';
import { CASE_ID } from '#libs/cases/case-story';
import type { Fact, LegalDate, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import { DIMENSIONS } from '#libs/oversight/ledger.dimensions';
import type { Cell, Source } from '#libs/oversight/ledger.metric';
import { type ListedMetric, METRICS, SOURCES } from '#libs/oversight/ledger.metrics';
import { type Contribution, rowsOf, sumOf, withoutCancelled } from '#libs/oversight/ledger.numbers';
import { contributions, type Dated, foldedLedger, numberOf, question, streamOf } from '#libs/oversight/ledger-story';
import { addDays, legalDateOf } from '#libs/regulation/legal-date';
import { anyHistory, live } from '#libs/supervisors/supervisor-chance';

/** Some facts are written down up to three weeks after they happened; the order of writing stays. */
const lateBy = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(21)), { minLength: 40, maxLength: 40 });

const early = (facts: readonly Dated[], late: readonly number[]): readonly Dated[] =>
  facts.map((fact, index) => {
    const days = late[index % late.length] ?? 0;
    const occurredAt = new Date(Date.parse(fact.occurredAt) - days * 86_400_000).toISOString();
    return { ...fact, occurredAt, recordedAt: fact.occurredAt };
  });

const anyCase = fc.tuple(anyPlay, lateBy).map(([steps, late]) => streamOf(`case-${CASE_ID}`, '3501', early(play(steps), late)));
const anyCredential = fc.tuple(anyHistory, lateBy).map(([asked, late]) => streamOf('supervisor-c-1', '3501', early(live(asked).events, late)));
const anyStream = fc.oneof(anyCase, anyCredential);
const occurredOn = ({ meta }: RecordedEvent): LegalDate => legalDateOf(meta.occurredAt);
const recordedOn = ({ meta }: RecordedEvent): LegalDate => legalDateOf(meta.recordedAt);

/** A number by its definition, without any ledger: fold only these events, ask the state where it stands on the day. */
function byDefinition(source: Source, metric: ListedMetric, events: readonly RecordedEvent[], on: LegalDate, where: Cell): number {
  let state: object | undefined;
  const found: { readonly of: Cell; readonly delta: number }[] = [];
  for (const stored of events) {
    const event = stored as unknown as Recorded<Fact>;
    state = state === undefined ? source.opened(event) : source.evolve(state, event);
    if (state !== undefined) found.push(...(metric.counts?.(event, state) ?? []));
  }
  if (state !== undefined) found.push(...(metric.stands?.(state, on) ?? []).map((of) => ({ of, delta: 1 })));
  const shared = state === undefined ? {} : source.shared(state);
  return sumOf(found.filter(({ of }) => Object.entries(where).every(([name, code]) => ({ ...shared, ...of })[name as keyof Cell] === code)));
}

const metricsOf = (events: readonly RecordedEvent[]): readonly ListedMetric[] => METRICS.filter(({ category }) => events[0]?.stream.startsWith(`${category}-`) === true);
const sourceOf = ({ category }: ListedMetric): Source => SOURCES.find((source) => source.category === category) as Source;

/** A day of the history, or one of the years after it. */
const dayOf = (events: readonly RecordedEvent[], dice: number): LegalDate => {
  const event = events[dice % Math.max(1, events.length)];
  const day = event === undefined ? '2026-03-02' : [occurredOn(event), recordedOn(event)][dice % 2] ?? '';
  return addDays(day, [0, 0, -1, 1, 40, 1200][dice % 6] ?? 0);
};
const dice = fc.nat(9999);

describe('the ledger of every history', () => {
  it('gives as of a day on either clock, or both, what a fold of only the events up to then gives', () => {
    let outOfOrder = 0;
    fc.assert(
      fc.property(anyStream, dice, dice, (events, one, other) => {
        const [occurredUpTo, recordedUpTo] = [dayOf(events, one), dayOf(events, other)];
        const known = events.filter((event) => recordedOn(event) <= recordedUpTo);
        const happened = known.filter((event) => occurredOn(event) <= occurredUpTo);
        if (happened.some((event, index) => occurredOn(event) < occurredOn(happened[index - 1] ?? event))) outOfOrder += 1;
        const [whole, part] = [foldedLedger(events), foldedLedger(happened)];
        for (const metric of metricsOf(events)) {
          const [dimension] = metric.dimensions;
          const codes = dimension === undefined ? [] : DIMENSIONS[dimension].codes;
          for (const where of [{}, ...codes.map((code): Cell => ({ [dimension as string]: code }))]) {
            const expected = byDefinition(sourceOf(metric), metric, happened, occurredUpTo, where);
            const asked = question(metric.name, where, { occurredUpTo, recordedUpTo });
            expect([metric.name, where, numberOf(whole, asked)]).toEqual([metric.name, where, expected]);
            expect([metric.name, where, numberOf(part, { ...asked, recordedUpTo: undefined })]).toEqual([metric.name, where, expected]);
          }
        }
      }),
      { numRuns: 150, seed: 20261124 },
    );
    expect(outOfOrder).toBeGreaterThan(20);
  });

  it('opens every number, and every row of it, to contributions that add up to it', () => {
    fc.assert(
      fc.property(anyStream, dice, (events, one) => {
        const occurredUpTo = dayOf(events, one);
        const documents = foldedLedger(events);
        for (const metric of metricsOf(events)) {
          const all = contributions(documents, question(metric.name, {}, { occurredUpTo }));
          const rows = rowsOf(all, metric.dimensions, {});
          expect(sumOf(rows.map(({ number }) => ({ delta: number })))).toBe(sumOf(all));
          for (const { of, number } of rows) {
            const opened = contributions(documents, question(metric.name, of, { occurredUpTo }));
            expect([of, sumOf(opened)]).toEqual([of, number]);
            expect([of, sumOf(withoutCancelled(opened))]).toEqual([of, number]);
          }
        }
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('says all dimensions of the metric by codes of their tables, and points at an event of the stream', () => {
    fc.assert(
      fc.property(anyStream, (events) => {
        const documents = foldedLedger(events);
        for (const metric of metricsOf(events)) {
          for (const { of, event, delta, ...days } of contributions(documents, question(metric.name))) {
            expect(Object.keys(of)).toEqual(['area', ...metric.dimensions]);
            for (const name of metric.dimensions) expect(DIMENSIONS[name].codes).toContain(of[name]);
            expect(delta).not.toBe(0);
            const cause = events[event.revision] as RecordedEvent;
            expect(event).toEqual({ stream: cause.stream, revision: cause.revision, id: cause.id, position: cause.position });
            expect([days.recordedOn, days.occurredOn >= occurredOn(cause)]).toEqual([recordedOn(cause), true]);
          }
        }
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('has every case in one state, and every credential in one standing, from its first day on', () => {
    fc.assert(
      fc.property(anyStream, dice, (events, one) => {
        const occurredUpTo = dayOf(events, one);
        const first = events[0] === undefined ? '9' : occurredOn(events[0]);
        const metric = events[0]?.stream.startsWith('case-') === true ? 'CaseStates' : 'SupervisorStandings';
        const documents = foldedLedger(events);
        const all: readonly Contribution[] = contributions(documents, question(metric, {}, { occurredUpTo }));
        const rows = rowsOf(all, metricsOf(events).find(({ name }) => name === metric)?.dimensions ?? [], {}).map(({ number }) => number);
        expect(rows.every((number) => number === 0 || number === 1)).toBe(true);
        expect(sumOf(all)).toBe(first <= occurredUpTo ? 1 : 0);
        if (metric === 'CaseStates') expect(numberOf(documents, question('CasesOpened', {}, { occurredUpTo }))).toBe(sumOf(all));
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it('only ever adds: what was booked once stays as it was', () => {
    fc.assert(
      fc.property(anyStream, dice, (events, cut) => {
        const [some, whole] = [foldedLedger(events.slice(0, cut % (events.length + 1))), foldedLedger(events)];
        for (const metric of metricsOf(events)) {
          const before = contributions(some, question(metric.name));
          expect(contributions(whole, question(metric.name)).slice(0, before.length)).toEqual(before);
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
