import fc from 'fast-check';
import { UnknownCollection } from '#libs/event-sourcing/document-request';
import { foldDocuments, parkedCollection } from '#libs/event-sourcing/fold-documents';
import { dropRetired, rebuildViews, staleViews } from '#libs/event-sourcing/rebuild-views';
import { verifyView } from '#libs/event-sourcing/verify-view';
import type { View } from '#libs/event-sourcing/view';
import { ViewStale } from '#libs/event-sourcing/view-reader';
import { ViewRunner } from '#libs/event-sourcing/view-runner';
import { onEveryDocumentStore } from '#test/support/document-places';
import { tallySums } from '#test/support/tally';
import { openTallyRecord, type TallyRecord } from '#test/support/tally-record';

const raise = (record: TallyRecord, target: string, by: number) => record.send({ name: 'RaiseTally', target, body: { by } });
const asViews = (...views: View<never>[]): readonly View<object>[] => views as unknown as readonly View<object>[];
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

  describe('a rebuild', () => {
    it('counts the documents that stopped in each of the views that it folds together', async () => {
      strict.value = true;
      await raise(record, 'b', -5);
      const views = [record.view, { ...record.view, name: 'tally-sums-again' }] as unknown as readonly View<object>[];
      expect((await rebuildViews(record.runtime, views)).parked).toBe(4);
    });

    it('serves the old documents until the new ones are complete', async () => {
      for (let at = 0; at < 5; at += 1) await raise(record, 'a', 1);
      const { views } = record.newWorker();
      await views.catchUp();
      const served: unknown[] = [];
      let last = 0;
      await rebuildViews(record.runtime, asViews(record.view as never), ({ part }) => {
        last = part;
        served.push(views.get(record.view, 'tally-a').then((document) => document?.body));
      });
      expect(await Promise.all(served)).toEqual(served.map(() => ({ sum: 5, events: 5 })));
      expect(last).toBe(1);
    });

    it('is asked for when the version of the fold changes; the view waits for it, the others do not', async () => {
      await raise(record, 'a', 1);
      await record.newWorker().views.catchUp();
      const next = tallySums(strict, 2);
      const other = { ...tallySums(strict), name: 'other-sums' };
      const runner = new ViewRunner(record.runtime, asViews(next as never, other as never));
      await runner.catchUp();
      await expect(runner.get(next, 'tally-a')).rejects.toThrow(ViewStale);
      expect((await runner.get(other, 'tally-a'))?.body).toEqual({ sum: 1, events: 1 });
      expect((await runner.lag()).map(({ view, behind, rebuilding }) => [view, behind, rebuilding])).toEqual([['tally-sums', 1, true], ['other-sums', 0, false]]);
      expect(await staleViews(record.runtime, asViews(next as never, other as never))).toEqual([next]);
      await rebuildViews(record.runtime, asViews(next as never));
      expect((await runner.get(next, 'tally-a'))?.body).toEqual({ sum: 1, events: 1 });
      expect((await runner.lag()).map(({ behind, rebuilding }) => [behind, rebuilding])).toEqual([[0, false], [0, false]]);
      expect(await staleViews(record.runtime, asViews(next as never, other as never))).toEqual([]);
    });

    it('takes nothing away from a pass or a read that began before the switch', async () => {
      await raise(record, 'a', 1);
      await record.newWorker().views.catchUp();
      await raise(record, 'a', 2);
      const { documents, store } = record.runtime;
      let rebuilt: Promise<unknown> | undefined;
      /** The rebuild happens after the runner has found its collection, before it folds the page. */
      const readAll: typeof store.readAll = async (options) => {
        const page = await store.readAll(options);
        await (rebuilt ??= rebuildViews(record.runtime, asViews(record.view as never)));
        return page;
      };
      const runner = new ViewRunner({ documents, store: { ...store, readAll } }, asViews(record.view as never));
      await runner.catchUp();
      expect(await documents.pointer('view:tally-sums')).toBe('tally-sums.v1.2');
      expect((await documents.get('tally-sums.v1.1', ['tally-a']))[0]?.body).toEqual({ sum: 3, events: 2 });
      await runner.catchUp();
      expect((await runner.get(record.view, 'tally-a'))?.body).toEqual({ sum: 3, events: 2 });
      expect((await verifyView(record.runtime, record.view as unknown as View<object>)).equal).toBe(true);
    });

    it('keeps one generation behind the one that serves, and drops it with the next', async () => {
      await raise(record, 'a', 1);
      await record.newWorker().views.catchUp();
      const { documents } = record.runtime;
      const views = asViews(record.view as never);
      await rebuildViews(record.runtime, views);
      await rebuildViews(record.runtime, views);
      await expect(documents.get('tally-sums.v1.1', ['all'])).rejects.toThrow(UnknownCollection);
      expect(await documents.get('tally-sums.v1.2', ['all'])).toHaveLength(1);
      await dropRetired(record.runtime, views);
      await expect(documents.get('tally-sums.v1.2', ['all'])).rejects.toThrow(UnknownCollection);
      expect((await record.newWorker().views.get(record.view, 'all'))?.body).toEqual({ sum: 1, events: 1 });
    });

    it('done by two at once ends with one', async () => {
      for (let at = 0; at < 5; at += 1) await raise(record, 'a', 1);
      await record.newWorker().views.catchUp();
      const views = asViews(record.view as never);
      await Promise.all([rebuildViews(record.runtime, views), rebuildViews(record.runtime, views)]);
      expect(await record.runtime.documents.pointer('view:tally-sums')).toBe('tally-sums.v1.2');
      expect((await verifyView(record.runtime, record.view as unknown as View<object>)).equal).toBe(true);
    });
  });
});
