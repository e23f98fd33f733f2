import fc from 'fast-check';
import type { StoredDocument } from '#libs/event-sourcing/document-store';
import type { GlobalPosition, RecordedEvent } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { Upcasters } from '#libs/event-sourcing/upcasters';
import { upcasting } from '#libs/event-sourcing/upcasting';
import { verifyView } from '#libs/event-sourcing/verify-view';
import type { View } from '#libs/event-sourcing/view';
import { collectionName, ViewRunner } from '#libs/event-sourcing/view-runner';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { KILLED_VIEWS } from '#test/faults/killed-views';
import { ChildProgram } from '#test/support/child-program';
import { newEvent } from '#test/support/new-event';
import { pagesAfter } from '#test/support/read-log';
import type { TallySum } from '#test/support/tally';
import { temporaryFolder } from '#test/support/temporary-folder';

const KILLS = 40;
const SEED = 20_261_124;
/** Durable writes that the parent waits for before it kills. Each run has about eight to do: two pages, two views. */
const MOMENTS = fc.sample(fc.integer({ min: 0, max: 7 }), { numRuns: KILLS, seed: SEED });
const STREAMS = Array.from({ length: 20 }, (_none, index) => `tally-${index}`);
const EVENTS_A_RUN = 35;

const appendTo = (store: EventStore, run: number): Promise<unknown> =>
  Promise.all(STREAMS.map((stream, index) => {
    const events = Array.from({ length: EVENTS_A_RUN }, (_none, at) => newEvent({ type: 'TallyRaised', data: { by: run + index + at } }));
    return store.append(stream, run === 0 ? 'no_stream' : run * EVENTS_A_RUN - 1, events);
  }));

/** What each document is after each event that touches it, worked out once from the log. */
class Expected {
  private readonly steps = new Map<string, (readonly [GlobalPosition, TallySum])[]>();

  add({ stream, position, data }: RecordedEvent): void {
    for (const key of [stream, 'all']) {
      const steps = this.steps.get(key) ?? [];
      const { sum, events } = steps.at(-1)?.[1] ?? { sum: 0, events: 0 };
      steps.push([position, { sum: sum + (data as { by: number }).by, events: events + 1 }]);
      this.steps.set(key, steps);
    }
  }

  /** Documents that are not the fold of their events up to their position, or lack some up to the checkpoint. */
  async faults(documents: SqliteDocumentStore, collection: string, checkpoint: GlobalPosition): Promise<readonly string[]> {
    const found = new Map<string, StoredDocument<TallySum>>();
    for await (const document of documents.scan<TallySum>(collection)) found.set(document.key, document);
    return [...this.steps].flatMap(([key, steps]) => {
      const document = found.get(key);
      const [reached = ''] = steps.findLast(([position]) => position <= checkpoint) ?? [];
      if ((document?.position ?? '') < reached) return [`${collection} ${key} lacks ${reached}`];
      const folded = steps.findLast(([position]) => position === document?.position)?.[1];
      return JSON.stringify(folded) === JSON.stringify(document?.body) ? [] : [`${collection} ${key}@${document?.position}`];
    });
  }
}

describe('a process that is killed while it projects', () => {
  it(`leaves whole documents that the next one goes on from, ${KILLS} times on one file`, async () => {
    const folder = temporaryFolder();
    const [log, path] = [folder.file('events.db'), folder.file('documents.db')];
    const store = await SqliteEventStore.open(log);
    const expected = new Expected();
    let read: GlobalPosition | undefined;
    let unfinished = 0;
    let ahead = 0;
    for (const [run, moment] of MOMENTS.entries()) {
      await appendTo(store, run);
      const child = new ChildProgram('test/faults/project-until-killed.ts', [log, path]);
      await child.printed(moment);
      await child.kill();

      for (const { events } of await pagesAfter(store, read, 500)) for (const event of events) expected.add(event);
      read = await store.head();
      const documents = await SqliteDocumentStore.open(path);
      for (const view of KILLED_VIEWS) {
        const collection = collectionName(view, 1);
        await documents.declare(collection, view.indexes);
        const checkpoint = (await documents.checkpoint(collection))?.position ?? '';
        expect(await expected.faults(documents, collection, checkpoint)).toEqual([]);
        if (checkpoint < (read ?? '')) unfinished += 1;
        const [all] = await documents.get(collection, ['all']);
        if ((all?.position ?? '') > checkpoint) ahead += 1;
      }
      await documents.close();
    }
    expect(unfinished).toBeGreaterThan(KILLS / 2);
    expect(ahead).toBeGreaterThan(0);
    await expectEqualToRebuild(store, path, KILLED_VIEWS);
    await store.close();
    folder.remove();
  }, 120_000);
});

async function expectEqualToRebuild(log: EventStore, path: string, views: readonly View<object>[]): Promise<void> {
  const runtime = { store: upcasting(log, new Upcasters()), documents: await SqliteDocumentStore.open(path) };
  await new ViewRunner(runtime, views).catchUp();
  for (const view of views) expect(await verifyView(runtime, view)).toMatchObject({ documents: STREAMS.length + 1, equal: true });
  await runtime.documents.close();
}
