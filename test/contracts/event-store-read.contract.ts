import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { EventStore, ReadStream } from '#libs/event-sourcing/event-store';
import { newEvents } from '#test/support/new-event';
import type { Opened } from '#test/support/opened-store';
import { pagesAfter, readLog } from '#test/support/read-log';

/** More than any driver reads at once. */
const LONG = 1_100;

export function readContract(opened: () => Opened<EventStore>): void {
  const store = () => opened().store;
  const revisionsOf = async (stream: string, options?: ReadStream): Promise<number[]> => {
    const revisions: number[] = [];
    for await (const event of store().readStream(stream, options)) revisions.push(event.revision);
    return revisions;
  };
  const mixedLog = async (): Promise<readonly RecordedEvent[]> => {
    for (const revision of [0, 1, 2]) {
      for (const stream of ['case-1', 'cases-1', 'supervisor-1', 'draw-1']) {
        await store().append(stream, revision === 0 ? 'no_stream' : revision - 1, newEvents(1));
      }
    }
    return readLog(store());
  };

  describe('reading a stream', () => {
    it('yields nothing for a stream that does not exist', async () => {
      expect(await revisionsOf('case-1')).toEqual([]);
      expect(await revisionsOf('case-1', { backwards: true, max: 1 })).toEqual([]);
    });

    it('yields a long stream whole, forwards and backwards', async () => {
      await store().append('case-1', 'no_stream', newEvents(LONG));
      const revisions = [...Array(LONG).keys()];
      expect(await revisionsOf('case-1')).toEqual(revisions);
      expect(await revisionsOf('case-1', { backwards: true })).toEqual(revisions.toReversed());
    });

    it('bounds the revisions by `from` and `to`, inclusive, in either direction, and counts to `max`', async () => {
      await store().append('case-1', 'no_stream', newEvents(5));
      for (const from of [0, 1, 4, 5]) {
        for (const to of [0, 3, 4, 9]) {
          for (const max of [0, 1, 2, 9]) {
            const between = [0, 1, 2, 3, 4].filter((revision) => revision >= from && revision <= to);
            expect(await revisionsOf('case-1', { from, to, max })).toEqual(between.slice(0, max));
            expect(await revisionsOf('case-1', { from, to, max, backwards: true })).toEqual(between.toReversed().slice(0, max));
          }
        }
      }
    });

    it('may be left early', async () => {
      await store().append('case-1', 'no_stream', newEvents(3));
      for await (const event of store().readStream('case-1')) {
        if (event.revision === 1) break;
      }
      expect(await revisionsOf('case-1')).toEqual([0, 1, 2]);
    });

    it('yields what was appended, with its place in the stream and in the store', async () => {
      const batch = newEvents(2);
      const { position } = await store().append('case-1', 'no_stream', batch);
      const read: RecordedEvent[] = [];
      for await (const event of store().readStream('case-1')) read.push(event);
      expect(read).toMatchObject(batch.map((event, revision) => ({ ...event, stream: 'case-1', revision })));
      expect(read.at(-1)?.position).toBe(position);
      expect(read).toEqual(await readLog(store()));
    });
  });

  describe('reading the whole log', () => {
    it('says of an empty log that it ends where it starts', async () => {
      expect(await store().readAll({ max: 10 })).toEqual({ events: [], scannedTo: undefined, atHead: true });
      expect(await store().head()).toBeUndefined();
    });

    it('orders by commit, with positions that increase as text', async () => {
      const log = await mixedLog();
      const positions = log.map((event) => event.position);
      expect(positions).toEqual(positions.toSorted());
      expect(new Set(positions).size).toBe(12);
      expect(positions.every((position) => /^\d{20}/.test(position))).toBe(true);
      expect(log.map((event) => event.revision)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
      expect(await store().head()).toBe(positions.at(-1));
    });

    it('starts behind `after`, at every event', async () => {
      const log = await mixedLog();
      for (const [index, { position }] of log.entries()) {
        const { events, atHead } = await store().readAll({ after: position, max: 100 });
        expect(events).toEqual(log.slice(index + 1));
        expect(atHead).toBe(true);
      }
    });

    it('gives the same events in pages of every size', async () => {
      const log = await mixedLog();
      for (const max of [1, 2, 3, 5, 11, 12, 13]) {
        const pages = await pagesAfter(store(), undefined, max);
        expect(pages.flatMap((page) => page.events)).toEqual(log);
        expect(pages.every((page) => page.events.length <= max)).toBe(true);
        expect(pages.at(-1)?.scannedTo).toBe(log.at(-1)?.position);
      }
    });

    it('stays at the head when there is nothing more', async () => {
      const head = (await mixedLog()).at(-1)?.position;
      expect(await store().readAll({ after: head, max: 5 })).toEqual({ events: [], scannedTo: head, atHead: true });
    });

    it('measures the distance to the head, which is none at the head', async () => {
      const log = await mixedLog();
      const head = await store().head();
      const distances = [undefined, ...log.map((event) => event.position)].map((after) => store().distance(after, head));
      expect(distances).toEqual(distances.toSorted((one, other) => other - one));
      expect(new Set(distances).size).toBe(13);
      expect(distances.at(-1)).toBe(0);
    });
  });

  describe('reading some categories', () => {
    it.each([[['case']], [['supervisor', 'draw']], [['case', 'cases']], [['complaint']]])('leaves out streams that are not of %j', async (categories) => {
      const log = await mixedLog();
      const wanted = log.filter((event) => categories.includes(event.stream.split('-')[0] ?? ''));
      for (const max of [1, 2, 100]) {
        const pages = await pagesAfter(store(), undefined, max, categories);
        expect(pages.flatMap((page) => page.events)).toEqual(wanted);
      }
    });

    it('moves `scannedTo` past events that were left out', async () => {
      const log = await mixedLog();
      const { events, scannedTo, atHead } = await store().readAll({ max: 100, categories: ['case'] });
      expect(events).toHaveLength(3);
      expect({ scannedTo, atHead }).toEqual({ scannedTo: log.at(-1)?.position, atHead: true });
    });

    it('never moves `scannedTo` past an event that is still to come', async () => {
      const log = await mixedLog();
      const seen: RecordedEvent[] = [];
      for (const { events, scannedTo = '' } of await pagesAfter(store(), undefined, 1, ['draw'])) {
        seen.push(...events);
        expect(seen).toEqual(log.filter((event) => event.stream === 'draw-1' && event.position <= scannedTo));
      }
    });
  });

  describe('opening again', () => {
    it('finds the same log under the same identity', async () => {
      const log = await mixedLog();
      const { storeId } = store();
      const after = await opened().reopen();
      expect(after.storeId).toBe(storeId);
      expect(await readLog(after)).toEqual(log);
      await expect(after.append('case-1', 2, newEvents(1))).resolves.toMatchObject({ revision: 3, repeated: false });
    });
  });
}
