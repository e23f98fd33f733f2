import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { EventStore } from '#libs/event-sourcing/event-store';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import { verifyView } from '#libs/event-sourcing/verify-view';
import { verifyStore } from '#libs/proof/hash-chain';
import type { SupervisionRecord } from '#libs/record/record';
import { VIEWS_OF_RECORD } from '#libs/record/views';
import { tellStory, tellStoryTo } from '#test/recorded-events/story';
import { newSqlitePlace, openedInPlace } from '#test/support/document-places';
import type { Opened } from '#test/support/opened-store';
import { pagesAfter, readLog } from '#test/support/read-log';
import { openedOnServer, type ServerUnderTest, startServerUnderTest } from '#test/support/server-under-test';

describe('the whole record over a log on a server', () => {
  let server: ServerUnderTest;
  let events: Opened<EventStore>;
  let documents: Opened<DocumentStore>;
  let record: SupervisionRecord;
  beforeAll(async () => {
    server = await startServerUnderTest();
    events = await openedOnServer(server.url);
    documents = await openedInPlace(newSqlitePlace);
    record = await tellStoryTo({ events: events.store, documents: documents.store });
  }, 120_000);
  afterAll(async () => {
    await documents.close();
    await events.close();
    await server.stop();
  });

  it('holds, byte for byte, the events that the embedded store holds', async () => {
    const stored = (log: readonly RecordedEvent[]) => log.map(({ stream, revision, id, type, dataText, metaText }) => ({ stream, revision, id, type, dataText, metaText }));
    const log = await readLog(events.store);
    expect(stored(log)).toEqual(stored(await tellStory()));
  }, 60_000);

  it('has an unbroken chain in every stream', async () => {
    const pages = await pagesAfter(events.store, undefined, 100);
    const report = await verifyStore((async function* () { yield* pages; })());
    expect(report).toMatchObject({ ok: true, events: pages.flatMap((page) => page.events).length });
    expect(report.streams).toBeGreaterThan(20);
  });

  it.each(VIEWS_OF_RECORD.map((view) => view.name))('has a view %s that a rebuild makes again', async (name) => {
    const view = VIEWS_OF_RECORD.find((candidate) => candidate.name === name);
    if (view === undefined) throw new Error(name);
    expect(await verifyView({ store: record.events, documents: documents.store }, view)).toMatchObject({ view: name, equal: true });
  });
});
