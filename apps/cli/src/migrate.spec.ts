import { randomUUID } from 'node:crypto';
import { migrate } from '#apps/cli/src/migrate';
import { Usage } from '#apps/cli/src/output';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { copyLog, differingStreams, NotACopy } from '#libs/event-sourcing/copy-log';
import { verifyStore } from '#libs/proof/hash-chain';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { StoreInUse } from '#libs/sqlite/lock';
import { openEventStore } from '#libs/stores/open-stores';
import { readStoreSettings } from '#libs/stores/store-settings';
import { tellStoryTo } from '#test/recorded-events/story';
import { newSqlitePlace, openedInPlace } from '#test/support/document-places';
import { newEvent } from '#test/support/new-event';
import { pagesAfter, readLog } from '#test/support/read-log';
import { type ServerUnderTest, startServerUnderTest } from '#test/support/server-under-test';
import { type TemporaryFolder, temporaryFolder } from '#test/support/temporary-folder';

const stored = (log: readonly RecordedEvent[]) => log.map(({ position: _place, data: _data, meta: _meta, ...kept }) => kept);

describe('dudao migrate', () => {
  let server: ServerUnderTest;
  let folder: TemporaryFolder;
  let told: readonly RecordedEvent[];
  const settings = (kind: string, data: string, log: string) => ({ EVENT_STORE: kind, DATA_DIR: folder.file(data), EVENTSTORE_URL: server.url, EVENTSTORE_LOG: log });
  const opened = <T>(kind: string, data: string, log: string, work: (store: EventStore) => Promise<T>): Promise<T> =>
    openEventStore(readStoreSettings(settings(kind, data, log))).then((store) => work(store).finally(() => store.close()));

  beforeAll(async () => {
    server = await startServerUnderTest();
    folder = temporaryFolder();
    const documents = await openedInPlace(newSqlitePlace);
    told = await opened('sqlite', 'story', 'unused', async (events) => {
      await tellStoryTo({ events, documents: documents.store });
      return readLog(events);
    });
    await documents.close();
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  it('brings a log to a server and back, byte for byte and in the same order', async () => {
    const log = randomUUID();
    const there = await migrate(settings('', 'story', log), 'sqlite', 'eventstoredb');
    expect(there).toMatchObject({ ok: true, json: { events: told.length, differing: [] } });
    await opened('eventstoredb', '', log, async (store) => expect(stored(await readLog(store))).toEqual(stored(told)));
    expect((await migrate(settings('', 'back', log), 'eventstoredb', 'sqlite')).ok).toBe(true);
    await opened('sqlite', 'back', 'unused', async (store) => {
      expect(stored(await readLog(store))).toEqual(stored(told));
      const pages = await pagesAfter(store, undefined, 100);
      expect(await verifyStore((async function* () { yield* pages; })())).toMatchObject({ ok: true, events: told.length });
    });
    expect((await migrate(settings('', 'story', log), 'sqlite', 'eventstoredb')).ok).toBe(true);
  }, 60_000);

  it('goes on where it was stopped', async () => {
    await opened('sqlite', 'story', 'unused', (source) => opened('sqlite', 'stopped', 'unused', async (target) => {
      let left = 40;
      const failing: EventStore = {
        storeId: target.storeId, readStream: (...given) => target.readStream(...given), readAll: (given) => target.readAll(given), subscribe: (given) => target.subscribe(given),
        head: () => target.head(), distance: (...given) => target.distance(...given), close: () => target.close(),
        append: async (...given) => {
          if ((left -= 1) < 0) throw new Error('stopped');
          return target.append(...given);
        },
      };
      await expect(copyLog(source, failing)).rejects.toThrow('stopped');
      const before = (await readLog(target)).length;
      expect(before).toBeGreaterThan(39);
      expect(await copyLog(source, target)).toBe(told.length);
      expect(stored(await readLog(target))).toEqual(stored(told));
    }));
  });

  it('refuses a target that holds something else, and names the streams that differ', async () => {
    await opened('sqlite', 'story', 'unused', (source) => opened('sqlite', 'other', 'unused', async (target) => {
      await target.append('tally-x', 'no_stream', [newEvent()]);
      await expect(copyLog(source, target)).rejects.toBeInstanceOf(NotACopy);
      expect(await readLog(target)).toHaveLength(1);
      const { differing } = await differingStreams(source, target);
      expect(differing).toContain('tally-x');
      expect(differing).toHaveLength(new Set(told.map(({ stream }) => stream)).size + 1);
    }));
    await opened('sqlite', 'story', 'unused', (source) => opened('sqlite', 'longer', 'unused', async (target) => {
      await copyLog(source, target);
      await target.append('tally-x', 'no_stream', [newEvent()]);
      await expect(copyLog(source, target)).rejects.toThrow('tally-x@0');
    }));
  });

  it('refuses beside a server that runs, and says what it takes', async () => {
    const held = await SqliteEventStore.open(folder.file('story/events.db'));
    await expect(migrate(settings('', 'story', 'unused'), 'sqlite', 'eventstoredb')).rejects.toBeInstanceOf(StoreInUse);
    await held.close();
    for (const [from, to] of [['sqlite', 'sqlite'], ['sqlite', 'files'], [undefined, 'sqlite']] as const) {
      await expect(migrate({}, from, to)).rejects.toBeInstanceOf(Usage);
    }
  });
});
