import { migrate } from '#apps/cli/src/migrate';
import { openEventStore } from '#libs/stores/open-stores';
import { readStoreSettings } from '#libs/stores/store-settings';
import { ServerDouble } from '#test/doubles/eventstoredb/double';
import { tellStoryTo } from '#test/recorded-events/story';
import { ChildProgram } from '#test/support/child-program';
import { newSqlitePlace, openedInPlace } from '#test/support/document-places';
import { readLog } from '#test/support/read-log';
import { temporaryFolder } from '#test/support/temporary-folder';

/** Appends to the server after which the process that migrates is killed. */
const MOMENTS = [1, 40, 90];

describe('a migration that is killed', () => {
  const folder = temporaryFolder();
  let server: ServerDouble;
  const settings = (data: string) => ({ DATA_DIR: folder.file(data), EVENTSTORE_URL: server.url });
  beforeAll(async () => {
    server = await ServerDouble.start();
    const documents = await openedInPlace(newSqlitePlace);
    const events = await openEventStore(readStoreSettings(settings('source')));
    await tellStoryTo({ events, documents: documents.store });
    await events.close();
    await documents.close();
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  it('goes on where it stood, as often as it is killed, and comes back whole', async () => {
    for (const moment of MOMENTS) {
      const until = (await server.calls()).append + moment;
      const child = new ChildProgram('test/faults/migrate-once.ts', ['sqlite', 'eventstoredb'], { env: settings('source') });
      while ((await server.calls()).append < until) expect(child.isRunning).toBe(true);
      expect(await child.kill()).toEqual([]);
    }
    const there = await migrate(settings('source'), 'sqlite', 'eventstoredb');
    expect(there).toMatchObject({ ok: true, json: { differing: [] } });
    expect(await migrate(settings('back'), 'eventstoredb', 'sqlite')).toMatchObject({ ok: true, json: { events: (there.json as { readonly events: number }).events } });
    const [source, back] = await Promise.all(['source', 'back'].map((data) => openEventStore(readStoreSettings(settings(data)))));
    const texts = async (store: typeof source) => (store === undefined ? [] : (await readLog(store)).map(({ stream, revision, id, dataText, metaText }) => [stream, revision, id, dataText, metaText]));
    expect(await texts(back)).toEqual(await texts(source));
    await Promise.all([source?.close(), back?.close()]);
  }, 120_000);
});
