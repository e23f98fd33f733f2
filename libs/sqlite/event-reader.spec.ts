import { DatabaseSync } from 'node:sqlite';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { StoreClosed } from '#libs/event-sourcing/store-error';
import { newEvent, newEvents } from '#test/support/new-event';
import { pagesAfter, readLog } from '#test/support/read-log';
import { type TemporaryFolder, temporaryFolder } from '#test/support/temporary-folder';

/** More events than are looked at in one turn of the event loop. */
const LONG = 20_500;

describe('a log in SQLite', () => {
  let folder: TemporaryFolder;
  let store: SqliteEventStore;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = await SqliteEventStore.open(folder.file('events.db'));
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });
  const following = (signal: AbortSignal) => store.subscribe({ signal })[Symbol.asyncIterator]();

  it('gives positions that are row numbers in 20 digits', async () => {
    const { position } = await store.append('case-1', 'no_stream', newEvents(3));
    expect(position).toBe('00000000000000000003');
    expect(store.distance(undefined, position)).toBe(3);
  });

  it.each(['3', '0000000000000000003x', '00000000000000000003/3'])('refuses the position %s, which it did not give', async (after) => {
    await expect(store.readAll({ after, max: 1 })).rejects.toThrow(RangeError);
  });

  it.each([0, -1, 1.5])('refuses a page of %d events', async (max) => {
    await expect(store.readAll({ max })).rejects.toThrow(RangeError);
  });

  it.each(['', 'case-\0', 'case-\ud800'])('refuses the name %j, which would not come back as it went in', async (name) => {
    await expect(store.append(name, 'no_stream', newEvents(1))).rejects.toThrow(RangeError);
    await expect(store.append('case-1', 'no_stream', [newEvent({ type: name })])).rejects.toThrow(RangeError);
    await expect(store.append('case-1', 'no_stream', [newEvent({ id: name })])).rejects.toThrow(RangeError);
    expect(await readLog(store)).toEqual([]);
  });

  it('comes back from a long search without finds, to search on', async () => {
    await store.append('supervisor-1', 'no_stream', newEvents(LONG));
    await store.append('case-1', 'no_stream', newEvents(1));
    const pages = await pagesAfter(store, undefined, 100, ['case']);
    expect(pages.map((page) => [page.events.length, page.atHead])).toEqual([[0, false], [1, true]]);
  });

  it('is never searched from its beginning for a stream or a page', () => {
    const db = new DatabaseSync(folder.file('events.db'), { readOnly: true });
    for (const condition of ['stream = ? AND revision BETWEEN ? AND ? ORDER BY revision', 'position > ? AND position <= ? ORDER BY position']) {
      const plan = db.prepare(`EXPLAIN QUERY PLAN SELECT * FROM log WHERE ${condition} LIMIT ?`).all();
      expect(plan.map(({ detail }) => String(detail)).filter((detail) => !detail.startsWith('SEARCH'))).toEqual([]);
    }
    db.close();
  });

  it('lets the process sleep while nobody appends', async () => {
    const stop = new AbortController();
    const active = process.getActiveResourcesInfo();
    const waiting = following(stop.signal).next();
    await Promise.resolve();
    expect(process.getActiveResourcesInfo()).toEqual(active);
    stop.abort();
    await waiting;
  });

  it('leaves nothing of a follower behind in its signal', async () => {
    const stop = new AbortController();
    let listening = 0;
    const { addEventListener, removeEventListener } = stop.signal;
    stop.signal.addEventListener = (...listener: Parameters<typeof addEventListener>) => {
      listening += 1;
      addEventListener.apply(stop.signal, listener);
    };
    stop.signal.removeEventListener = (...listener: Parameters<typeof removeEventListener>) => {
      listening -= 1;
      removeEventListener.apply(stop.signal, listener);
    };
    const pages = following(stop.signal);
    const whileWaiting: number[] = [];
    for (let revision = 0; revision < 3; revision += 1) {
      const page = pages.next();
      whileWaiting.push(listening);
      await store.append('case-1', revision === 0 ? 'no_stream' : revision - 1, newEvents(1));
      await page;
    }
    expect({ whileWaiting, afterwards: listening }).toEqual({ whileWaiting: [1, 1, 1], afterwards: 0 });
  });

  it('ends its followers with an error when it is closed under them', async () => {
    const waiting = following(new AbortController().signal).next();
    await store.close();
    await expect(waiting).rejects.toBeInstanceOf(StoreClosed);
  });
});
