import { UnknownCollection } from '#libs/event-sourcing/document-request';
import { dropRetired, rebuildViews, staleViews } from '#libs/event-sourcing/rebuild-views';
import { verifyView } from '#libs/event-sourcing/verify-view';
import type { View } from '#libs/event-sourcing/view';
import { ViewStale } from '#libs/event-sourcing/view-reader';
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
