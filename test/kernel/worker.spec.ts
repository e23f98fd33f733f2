import type { Envelope } from '#libs/event-sourcing/envelope';
import type { SearchingReaction } from '#libs/event-sourcing/reaction';
import { Refused } from '#libs/event-sourcing/rule';
import { pendingTimers } from '#libs/event-sourcing/timer';
import { onEveryDocumentStore } from '#test/support/document-places';
import { readLog } from '#test/support/read-log';
import { tallyRules, tallySums, tallyTimers } from '#test/support/tally';
import { openTallyRecord, type TallyRecord } from '#test/support/tally-record';

onEveryDocumentStore((newPlace) => {
  let record: TallyRecord;
  beforeEach(async () => {
    record = await openTallyRecord(tallySums(), newPlace);
  });
  afterEach(() => record.close());

  const types = async (): Promise<string[]> => (await readLog(record.runtime.store)).map((event) => `${event.stream} ${event.type}`);

  describe('a timer', () => {
    it('fires once, at its time, and says when it fell due', async () => {
      await record.send({ name: 'RaiseTally', target: 'a', body: { by: 1, closesAt: '2026-03-09T16:00:00.000Z' } });
      record.clock.set('2026-03-09T15:59:59.999Z');
      await record.newWorker().worker.settle();
      expect(await types()).toEqual(['tally-a TallyRaised']);
      record.clock.set('2026-03-12T02:00:00.000Z');
      await Promise.all([record.newWorker().worker.settle(), record.newWorker().worker.settle()]);
      await record.newWorker().worker.settle();
      expect(await types()).toEqual(['tally-a TallyRaised', 'tally-a TallyClosed']);
      const closed = (await readLog(record.runtime.store)).at(-1);
      expect(closed?.meta).toMatchObject({ occurredAt: '2026-03-09T16:00:00.000Z', recordedAt: '2026-03-12T02:00:00.000Z', actor: 'system' });
    });

    it('that fell due while nobody was there fires at the start, in order', async () => {
      for (const [target, day] of [['late', '08'], ['early', '04'], ['middle', '06']]) {
        await record.send({ name: 'RaiseTally', target: String(target), body: { by: 1, closesAt: `2026-03-${day}T16:00:00.000Z` } });
      }
      record.clock.set('2026-04-01T00:00:00.000Z');
      await record.newWorker().worker.settle();
      expect((await types()).slice(3)).toEqual(['tally-early TallyClosed', 'tally-middle TallyClosed', 'tally-late TallyClosed']);
    });

    it('is fired though a page of earlier ones before it is refused for ever', async () => {
      const raise = (target: string, day: string) => record.send({ name: 'RaiseTally', target, body: { by: 1, closesAt: `2026-03-${day}T16:00:00.000Z` } });
      await Promise.all(Array.from({ length: 200 }, (_, no) => raise(`stuck${no}`, '04')));
      await raise('free', '05');
      record.clock.set('2026-04-01T00:00:00.000Z');
      const handle = (envelope: Envelope) => {
        if (envelope.target.startsWith('stuck')) throw new Refused(tallyRules.ClosedTallyStands);
        return record.commands.handle(envelope);
      };
      await record.newWorker({ commands: { handle } }).worker.settle();
      expect((await types()).slice(201)).toEqual(['tally-free TallyClosed']);
      expect(record.refused).toHaveLength(200);
    });

    it('is moot when the fact came first', async () => {
      await record.send({ name: 'RaiseTally', target: 'a', body: { by: 1, closesAt: '2026-03-09T16:00:00.000Z' } });
      await record.send({ name: 'CloseTally', target: 'a', body: {} });
      record.clock.set('2026-04-01T00:00:00.000Z');
      await record.newWorker().worker.settle();
      expect(await types()).toEqual(['tally-a TallyRaised', 'tally-a TallyClosed']);
    });
  });

  describe('a reaction', () => {
    it('takes effect once, though two workers and a restart send it', async () => {
      await record.send({ name: 'RaiseTally', target: 'a', body: { by: 7, tells: 'b' } });
      await Promise.all([record.newWorker().worker.settle(), record.newWorker().worker.settle()]);
      await record.runtime.documents.dropCheckpoint('reaction:tell-tally');
      await record.newWorker().worker.settle();
      expect(await types()).toEqual(['tally-a TallyRaised', 'tally-b TallyRaised']);
    });

    it('that a rule refuses is told and does not stop the others', async () => {
      await record.send({ name: 'RaiseTally', target: 'b', body: { by: 1 } });
      await record.send({ name: 'CloseTally', target: 'b', body: {} });
      await record.send({ name: 'RaiseTally', target: 'a', body: { by: 1, tells: 'b' } });
      await record.send({ name: 'RaiseTally', target: 'c', body: { by: 1, tells: 'd' } });
      await record.newWorker().worker.settle();
      expect(record.refused).toEqual(['RaiseTally']);
      expect((await types()).at(-1)).toBe('tally-d TallyRaised');
    });
  });

  describe('a reaction that searches', () => {
    const waiting = pendingTimers([tallyTimers]);
    /** When a tally closes, every tally that still waits for its end is raised by 100. */
    const spread: SearchingReaction = {
      name: 'spread',
      categories: ['tally'],
      search: async (event, lookup) => {
        if (event.type !== 'TallyClosed') return [];
        return (await lookup.find(waiting, { limit: 10 })).map(({ request }) => ({ name: 'RaiseTally', target: request.target, body: { by: 100 } }));
      },
    };
    const open = async (target: string): Promise<void> => {
      await record.send({ name: 'RaiseTally', target, body: { by: 1, closesAt: '2026-04-01T16:00:00.000Z' } });
      await record.newWorker().views.catchUp();
    };
    const settleUntil = (sends: number): Promise<void> => {
      let left = sends;
      const commands = {
        handle: (envelope: Envelope) => {
          if ((left -= 1) < 0) throw new Error('killed');
          return record.commands.handle(envelope);
        },
      };
      return record.newWorker({ reactions: [spread], commands }).worker.settle();
    };

    it('reaches each whom it finds once, though it is killed in between and then finds others', async () => {
      for (const target of ['b', 'c', 'd']) await open(target);
      await record.send({ name: 'RaiseTally', target: 'end', body: { by: 0 } });
      await record.send({ name: 'CloseTally', target: 'end', body: {} });
      await expect(settleUntil(2)).rejects.toThrow('killed');
      await open('a');
      await expect(settleUntil(3)).rejects.toThrow('killed');
      await settleUntil(99);
      await settleUntil(99);
      const raised = (await readLog(record.runtime.store)).filter(({ data }) => (data as { by?: number }).by === 100);
      expect(raised.map(({ stream }) => stream).sort()).toEqual(['tally-a', 'tally-b', 'tally-c', 'tally-d']);
    });
  });

  describe('a command', () => {
    it('sent twice is carried out once; with another body it is refused', async () => {
      const command = { name: 'RaiseTally', target: 'a', body: { by: 2 }, commandId: '0192f0c1-0000-7000-8000-000000000009' };
      const first = await record.send(command);
      expect(await record.send(command)).toEqual({ ...first, repeated: true });
      await expect(record.send({ ...command, body: { by: 3 } })).rejects.toThrow('another body');
      expect(await types()).toHaveLength(1);
    });

    it('from several clients at once loses nothing', async () => {
      await Promise.all(Array.from({ length: 6 }, (_, by) => record.send({ name: 'RaiseTally', target: 'a', body: { by } })));
      const revisions = (await readLog(record.runtime.store)).map((event) => event.revision);
      expect(revisions).toEqual([0, 1, 2, 3, 4, 5]);
    });

    it('that expects another revision is refused', async () => {
      await record.send({ name: 'RaiseTally', target: 'a', body: { by: 1 } });
      await expect(record.send({ name: 'RaiseTally', target: 'a', body: { by: 1 }, expected: 4 })).rejects.toThrow('is at 0, not 4');
    });
  });
});
