import fc from 'fast-check';
import { foldDocuments, parkedCollection } from '#libs/event-sourcing/fold-documents';
import { rebuildViews } from '#libs/event-sourcing/rebuild-views';
import { verifyView } from '#libs/event-sourcing/verify-view';
import type { View } from '#libs/event-sourcing/view';
import { ViewRunner } from '#libs/event-sourcing/view-runner';
import { onEveryDocumentStore } from '#test/support/document-places';
import { tallySums } from '#test/support/tally';
import { asViews, openTallyRecord, raise, type TallyRecord } from '#test/support/tally-record';

onEveryDocumentStore((newPlace) => {
  let record: TallyRecord;
  const strict = { value: false };

  beforeEach(async () => {
    strict.value = false;
    record = await openTallyRecord(tallySums(strict), newPlace);
  });
  afterEach(() => record.close());

  describe('a view', () => {
    it('is found at the position that a command answered', async () => {
      const { views } = record.newWorker();
      const { position } = await raise(record, 'a', 3);
      expect(await views.get(record.view, 'tally-a')).toBeUndefined();
      expect((await views.get(record.view, 'tally-a', { minPosition: position }))?.body).toEqual({ sum: 3, events: 1 });
    });

    it('says how far it is behind', async () => {
      const { views } = record.newWorker();
      await raise(record, 'a', 1);
      await raise(record, 'b', 1);
      expect((await views.lag()).map(({ view, behind }) => [view, behind])).toContainEqual(['tally-sums', 2]);
      await views.catchUp();
      expect((await views.lag()).every(({ behind }) => behind === 0)).toBe(true);
    });

    it('equals its rebuild, however many workers overlap and whenever they stop', async () => {
      const step = fc.oneof(fc.record({ target: fc.constantFrom('a', 'b', 'c'), by: fc.integer({ min: 0, max: 9 }) }), fc.constant('work' as const));
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
          const running: Promise<void>[] = [];
          for (const action of steps) {
            if (action === 'work') running.push(record.newWorker().views.catchUp(), record.newWorker().views.catchUp());
            else await raise(record, action.target, action.by);
          }
          await Promise.all(running);
          await record.newWorker().views.catchUp();
          const verdict = await verifyView(record.runtime, record.view as unknown as View<object>);
          expect(verdict.equal).toBe(true);
        }),
        { numRuns: 25 },
      );
    }, 60_000);

    it('equals its rebuild though a member came to have a value after the document was stored without', async () => {
      const view: View<{ readonly count: number; readonly before: number | undefined }> = {
        name: 'counts', version: 1, categories: ['tally'], indexes: [],
        keys: ({ stream }) => [stream],
        apply: (document) => (document === null ? { before: undefined, count: 1 } : { ...document, count: document.count + 1, before: document.count }),
      };
      const runner = new ViewRunner(record.runtime, asViews(view as never));
      for (const by of [1, 2, 3]) {
        await raise(record, 'a', by);
        await runner.catchUp();
      }
      expect((await runner.get(view, 'tally-a'))?.body).toEqual({ count: 3, before: 2 });
      expect((await verifyView(record.runtime, view as unknown as View<object>)).equal).toBe(true);
    });

    it('is found unequal when a document was changed by hand', async () => {
      await raise(record, 'a', 1);
      await record.newWorker().views.catchUp();
      const [stored] = await record.runtime.documents.get('tally-sums.v1.1', ['tally-a']);
      if (stored === undefined) throw new Error('no document');
      await record.runtime.documents.write('tally-sums.v1.1', [{ ...stored, body: { sum: 99, events: 1 }, loaded: stored.position }]);
      expect((await verifyView(record.runtime, record.view as unknown as View<object>)).equal).toBe(false);
    });
  });

  describe('an event that cannot be folded', () => {
    it('stops its own documents and no other, and a rebuild after the repair brings them back', async () => {
      strict.value = true;
      await raise(record, 'a', 1);
      await raise(record, 'b', -5);
      await raise(record, 'b', 2);
      await raise(record, 'a', 4);
      const { views } = record.newWorker();
      await views.catchUp();
      expect((await views.get(record.view, 'tally-a'))?.body).toEqual({ sum: 5, events: 2 });
      expect(await views.get(record.view, 'tally-b')).toBeUndefined();
      expect((await views.get(record.view, 'all'))?.body).toEqual({ sum: 1, events: 1 });
      const parked = await record.runtime.documents.find<{ waiting: string[] }>(parkedCollection('tally-sums.v1.1'), { limit: 10 });
      expect(parked.map(({ key, body }) => [key, body?.waiting.length])).toEqual([['all', 3], ['tally-b', 2]]);

      strict.value = false;
      await rebuildViews(record.runtime, asViews(record.view as never));
      expect((await views.get(record.view, 'tally-b'))?.body).toEqual({ sum: -3, events: 2 });
      expect((await views.get(record.view, 'all'))?.body).toEqual({ sum: 2, events: 4 });
    });
  });

  describe('a document that stopped', () => {
    it('is counted once, however many batches wait behind it', async () => {
      strict.value = true;
      await raise(record, 'b', -5);
      await raise(record, 'b', 2);
      const { runtime, view } = record;
      await record.newWorker().views.lag();
      const [first, second] = (await runtime.store.readAll({ max: 2 })).events;
      if (first === undefined || second === undefined) throw new Error('two events were written');
      const fold = (event: typeof first) => foldDocuments(runtime.documents, view as unknown as View<object>, 'tally-sums.v1.1', [event]);
      expect([await fold(first), await fold(second)]).toEqual([2, 0]);
    });
  });
});
