import fc from 'fast-check';
import type { CaseEvent } from '#libs/cases/case.events';
import { type Case, evolveCase, type CaseState } from '#libs/cases/case.evolve';
import { after, CASE_ID, KNOWN, system, through, type Told } from '#libs/cases/case-story';
import type { Instant, LegalDate, Recorded } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import { countedIn, type Deadline, isLate, isOutdated } from '#libs/regulation/deadline';
import { addDays, weekday } from '#libs/regulation/legal-date';
import { type CalendarYear, isWorkingDay, type WorkCalendar } from '#libs/regulation/work-calendar';

/** After each of these the case has deadlines that run. */
const STEPS = ['ServeSupervisionNotice', 'EndOnSite', 'FormPreliminaryOpinion', 'DeliverPreliminaryOpinion', 'SubmitDefence', 'DeliverOpinion', 'SubmitRectificationReport', 'CloseCase'];
const { 2026: notice, ...earlier } = KNOWN.calendar;
const SPRING: readonly LegalDate[] = Array.from({ length: 100 }, (_none, day) => addDays('2026-03-01', day));
const isWeekend = (day: LegalDate): boolean => [0, 6].includes(weekday(day));

/** The notice of 2026: not there, as it was, or corrected to other days off and other weekends worked. */
const year2026: fc.Arbitrary<CalendarYear | undefined> = fc.oneof(
  fc.constantFrom(undefined, notice),
  fc.record({
    year: fc.constant(2026), version: fc.integer({ min: 2, max: 5 }), documentNo: fc.constant('更正'),
    off: fc.subarray(SPRING.filter((day) => !isWeekend(day)), { maxLength: 30 }), work: fc.subarray(SPRING.filter(isWeekend), { maxLength: 8 }),
  }),
);
const calendarWith = (year: CalendarYear | undefined): WorkCalendar => (year === undefined ? earlier : { ...earlier, 2026: year });
/** Some hours before or after the end of one of the open deadlines. */
function nearAnEnd({ deadlines }: Case, which: number, hours: number): Instant {
  const ends = Object.values(deadlines).map(({ deadline }) => deadline.dueAt);
  return new Date(Date.parse(ends[which % ends.length] ?? '2026-05-01T00:00:00.000Z') + hours * 3_600_000).toISOString();
}

const isDeadline = (value: unknown): value is Deadline => typeof value === 'object' && value !== null && 'calendarVersions' in value;
/** The story as it would have been told with another calendar. */
const toldWith = (events: readonly Told[], known: WorkCalendar): readonly Told[] =>
  events.map((event) => ({ ...event, data: Object.fromEntries(Object.entries(event.data).map(([name, value]) => [name, isDeadline(value) ? countedIn(known, value) : value])) }) as Told);

const stateOf = (events: readonly Told[]): Case => {
  const state = events.reduce<CaseState>((before, fact, revision) => evolveCase(before, recorded(fact, { revision, stream: `case-${CASE_ID}`, occurredAt: fact.occurredAt }) as unknown as Recorded<CaseEvent>), undefined);
  if (state === undefined) throw new Error('no case');
  return state;
};
const recompute = (events: readonly Told[], now: Instant, known: WorkCalendar): readonly CaseEvent[] => {
  const { facts, refusal } = after(events, system, now, now, { ...KNOWN, calendar: known }).when('RecomputeDeadlines');
  if (refusal !== undefined) throw refusal;
  return facts;
};

/** What must move: open, not passed, counted in a year that changed, ending later than now before and after. */
const mustMove = (state: Case, now: Instant, known: WorkCalendar): readonly string[] =>
  Object.entries(state.deadlines).flatMap(([name, { deadline, passed }]) => {
    const next = countedIn(known, deadline);
    const changes = next.date !== deadline.date || next.provisional !== deadline.provisional;
    return !passed && isOutdated(deadline, known) && changes && !isLate(deadline, now) && !isLate(next, now) ? [name] : [];
  });

describe('deadlines in a calendar that changes', () => {
  const change = fc.record({ which: fc.nat(5), hours: fc.integer({ min: -200, max: 24 }), year: year2026 });

  it('move while they are open, all of them and only they, onto working days; closed ones never move', () => {
    let moves = 0;
    fc.assert(
      fc.property(fc.constantFrom(...STEPS), year2026, fc.array(change, { minLength: 1, maxLength: 4 }), (step, first, changes) => {
        let events = toldWith(through(step), calendarWith(first));
        for (const { which, hours, year } of changes) {
          const known = calendarWith(year);
          const before = stateOf(events);
          const now = nearAnEnd(before, which, hours);
          const facts = recompute(events, now, known);
          expect(facts.map((fact) => (fact.type === 'DeadlineRecomputed' ? fact.data.deadline : fact.type)).sort()).toEqual([...mustMove(before, now, known)].sort());
          for (const fact of facts) {
            if (fact.type !== 'DeadlineRecomputed') continue;
            const { deadline, after: moved } = fact.data;
            expect(fact.data.before).toEqual(before.deadlines[deadline]?.deadline);
            expect(moved).toEqual(countedIn(known, fact.data.before));
            expect([isWorkingDay(known, moved.date).working, moved.date > moved.start, isLate(moved, now)]).toEqual([true, true, false]);
          }
          events = [...events, ...facts.map((fact) => ({ ...fact, occurredAt: now }))];
          expect(recompute(events, now, known)).toEqual([]);
          moves += facts.length;
        }
      }),
      { numRuns: 300, seed: 20261124 },
    );
    expect(moves).toBeGreaterThan(50);
  });
});
