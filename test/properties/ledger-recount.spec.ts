import type { RecordedEvent } from '#libs/event-sourcing/event';
import { foldedLedger } from '#libs/oversight/ledger-story';
import { METRICS } from '#libs/oversight/ledger.metrics';
import { contributionsOf } from '#libs/oversight/ledger.numbers';
import { miscounted } from '#test/properties/ledger-recount';
import { tellStory } from '#test/recorded-events/story';

describe('numbers of the ledger counted anew', () => {
  let log: readonly RecordedEvent[];
  beforeAll(async () => {
    log = await tellStory();
  });

  it('are those that it gives, on every day of a story with every fact', () => {
    const documents = foldedLedger(log);
    expect(miscounted(log, documents)).toEqual([]);
    const filled = new Set(documents.flatMap((document) => contributionsOf(document)).map(({ metric }) => metric));
    expect(METRICS.map(({ name }) => name).filter((name) => !filled.has(name))).toEqual(['ConductBreaches', 'SupervisorsAbsent', 'DailyRecusals']);
  });

  it('show one that was lost', () => {
    const [first, ...others] = foldedLedger(log);
    const lost = others.concat(first === undefined ? [] : [{ ...first, bookings: first.bookings.slice(1) }]);
    expect(miscounted(log, lost)[0]).toContain('BlankCards FJ RECEIVED is 0, counted anew 50');
  });
});
