import { type EventStore, type Expected, WrongExpectedRevision } from '#libs/event-sourcing/event-store';
import { newEvent, newEvents, nextEventId } from '#test/support/new-event';
import type { Opened } from '#test/support/opened-store';
import { readLog } from '#test/support/read-log';

const CLIENTS = 64;

export function concurrencyContract(opened: () => Opened<EventStore>): void {
  const store = () => opened().store;

  const appendWithRetries = async (stream: string, id: string): Promise<number> => {
    for (let expected: Expected = 'no_stream'; ; ) {
      try {
        return (await store().append(stream, expected, [newEvent({ id })])).revision;
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
        expected = error.actual;
      }
    }
  };

  describe('many clients at once', () => {
    it('gives every client of one stream a revision of its own, without gaps', async () => {
      const ids = Array.from({ length: CLIENTS }, nextEventId);
      const revisions = await Promise.all(ids.map((id) => appendWithRetries('case-1', id)));
      const stored = await readLog(store());
      expect(stored.map((event) => event.revision)).toEqual([...ids.keys()]);
      expect(revisions.map((revision) => stored[revision]?.id)).toEqual(ids);
    });

    it('lets one of those who expect the same revision win', async () => {
      const attempts = Array.from({ length: CLIENTS }, () => store().append('case-1', 'no_stream', newEvents(2)));
      const outcomes = await Promise.allSettled(attempts);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'WrongExpectedRevision', expected: 'no_stream', actual: 1 });
      }
      expect(await readLog(store())).toHaveLength(2);
    });

    it('keeps the events of one batch together in the order of the store', async () => {
      const batches = Array.from({ length: CLIENTS }, (_, batch) => newEvents(3, (index) => ({ batch, index })));
      await Promise.all(batches.map((events, batch) => store().append(`case-${batch}`, 'no_stream', events)));
      const read = await readLog(store());
      for (const [at, event] of read.entries()) {
        const first = read[at - (at % 3)]?.data as { batch: number } | undefined;
        expect(event.data).toEqual({ batch: first?.batch, index: at % 3 });
      }
      expect(read).toHaveLength(3 * CLIENTS);
    });

    it('has stored an event by the time its append is answered', async () => {
      const seen = await Promise.all(
        Array.from({ length: CLIENTS }, async (_, client) => {
          const { position } = await store().append(`case-${client}`, 'no_stream', newEvents(1));
          return (await readLog(store())).some((event) => event.position === position);
        }),
      );
      expect(seen).toEqual(Array.from({ length: CLIENTS }, () => true));
    });
  });
}
