import fc from 'fast-check';
import { rebuildViews } from '#libs/event-sourcing/rebuild-views';
import { Upcasters } from '#libs/event-sourcing/upcasters';
import { upcasting } from '#libs/event-sourcing/upcasting';
import { verifyView } from '#libs/event-sourcing/verify-view';
import type { View } from '#libs/event-sourcing/view';
import { ViewRunner } from '#libs/event-sourcing/view-runner';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { ChildProgram } from '#test/support/child-program';
import { onEveryDocumentStore, openedInPlace } from '#test/support/document-places';
import { newEvent } from '#test/support/new-event';
import { openedOnFile } from '#test/support/opened-store';
import { tallySums } from '#test/support/tally';

const KILLS = 10;
const STREAMS = 6;
const PATIENCE_MS = 180_000;
/** Folds of both children that the parent waits for before it kills one, in whatever step that is by then. */
const MOMENTS = fc.sample(fc.integer({ min: 1, max: 120 }), { numRuns: KILLS, seed: 20_261_124 });

/** Appends the numbers from 0, in turn to each of some streams. */
class Appending {
  count = 0;

  constructor(private readonly store: SqliteEventStore) {}

  async until(reached: Promise<unknown>): Promise<void> {
    let isReached = false;
    void reached.then(() => (isReached = true));
    while (!isReached) await this.next();
  }

  private async next(): Promise<void> {
    const revision = Math.floor(this.count / STREAMS) - 1;
    const event = newEvent({ type: 'TallyRaised', data: { by: this.count } });
    await this.store.append(`tally-${this.count % STREAMS}`, revision < 0 ? 'no_stream' : revision, [event]);
    this.count += 1;
  }
}

onEveryDocumentStore((newPlace) => {
  it(`two processes that fold the same log leave what one rebuild makes, after ${KILLS} kills and a rebuild in their midst`, async () => {
    const log = await openedOnFile((path) => SqliteEventStore.open(path));
    const opened = await openedInPlace(newPlace);
    const runtime = { store: upcasting(log.store, new Upcasters()), documents: opened.store };
    const view = tallySums();
    const erased = view as unknown as View<object>;
    const appending = new Appending(log.store);
    const start = (): ChildProgram => new ChildProgram('test/faults/fold-until-killed.ts', [log.path, JSON.stringify(opened.at)]);

    const running = [start(), start()];
    for (const [round, moment] of MOMENTS.entries()) {
      await appending.until(Promise.all(running.map((child) => child.printed(child.lines.length + moment))));
      expect(running.every((child) => child.isRunning)).toBe(true);
      await running.shift()?.kill();
      running.push(start());
      if (round === KILLS / 2) await rebuildViews(runtime, [erased]);
    }
    for (const child of running) await child.kill();

    const runner = new ViewRunner(runtime, [erased]);
    await runner.catchUp();
    const { count } = appending;
    expect(await verifyView(runtime, erased)).toMatchObject({ equal: true, documents: STREAMS + 1 });
    expect((await runner.get(view, 'all'))?.body).toEqual({ sum: (count * (count - 1)) / 2, events: count });
    await opened.close();
    await log.close();
  }, PATIENCE_MS);
});
