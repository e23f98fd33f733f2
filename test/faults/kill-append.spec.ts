import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import type { GlobalPosition, RecordedEvent } from '#libs/event-sourcing/event';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { ChildProgram } from '#test/support/child-program';
import { pagesAfter } from '#test/support/read-log';
import { type TemporaryFolder, temporaryFolder } from '#test/support/temporary-folder';

const KILLS = 40;
const SEED = 20_261_124;
/** Acknowledgements that the parent waits for before it kills; the child is some way further by then. */
const MOMENTS = fc.sample(fc.integer({ min: 1, max: 120 }), { numRuns: KILLS, seed: SEED });

interface Written {
  readonly batch: string;
  readonly index: number;
  readonly size: number;
}

/** Every event that one acknowledgement speaks of, as `stream revision id`. */
const acknowledged = (line: string): readonly string[] => {
  const [stream = '', first = '', last = '', batch = ''] = line.split(' ');
  const size = Number(last) - Number(first) + 1;
  return Array.from({ length: size }, (_, index) => `${stream} ${Number(first) + index} ${batch}.${index}`);
};

const asAcknowledged = ({ stream, revision, id }: RecordedEvent): string => `${stream} ${revision} ${id}`;

/** Batches of which the log does not have every event, in one place and in order. */
function halfBatches(events: readonly RecordedEvent[]): readonly string[] {
  const broken = new Set<string>();
  for (const [at, event] of events.entries()) {
    const { batch, index, size } = event.data as Written;
    const last = events[at - index + size - 1]?.data as Written | undefined;
    if (last?.batch !== batch || last.index !== size - 1) broken.add(batch);
  }
  return [...broken];
}

function gaps(events: readonly RecordedEvent[], next: Map<string, number>): readonly string[] {
  return events.flatMap(({ stream, revision }) => {
    const expected = next.get(stream) ?? 0;
    next.set(stream, revision + 1);
    return revision === expected ? [] : [`${stream}: ${revision} instead of ${expected}`];
  });
}

describe('a process that is killed while it appends', () => {
  let folder: TemporaryFolder;
  beforeAll(() => {
    folder = temporaryFolder();
  });
  afterAll(() => folder.remove());

  it(`loses no acknowledged event and leaves no half batch, ${KILLS} times on one file`, async () => {
    const path = folder.file('events.db');
    const next = new Map<string, number>();
    const all: string[] = [];
    let checked: GlobalPosition | undefined;
    for (const [run, moment] of MOMENTS.entries()) {
      const child = new ChildProgram('test/faults/append-until-killed.ts', [path, String(run)]);
      await child.printed(moment);
      const acks = (await child.kill()).flatMap(acknowledged);
      expect(acks.length).toBeGreaterThanOrEqual(moment);

      const store = await SqliteEventStore.open(path);
      const events = (await pagesAfter(store, checked, 500)).flatMap((page) => page.events);
      checked = await store.head();
      await store.close();
      const found = new Set(events.map(asAcknowledged));
      expect(acks.filter((event) => !found.has(event))).toEqual([]);
      expect(halfBatches(events)).toEqual([]);
      expect(gaps(events, next)).toEqual([]);
      all.push(...acks);
    }
    await expectWhole(path, all);
  }, 120_000);
});

/** Nothing acknowledged by an earlier process was lost by a later one. */
async function expectWhole(path: string, acks: readonly string[]): Promise<void> {
  const store = await SqliteEventStore.open(path);
  const found = new Set((await pagesAfter(store, undefined, 500)).flatMap((page) => page.events.map(asAcknowledged)));
  await store.close();
  expect(acks.filter((event) => !found.has(event))).toEqual([]);
  const db = new DatabaseSync(path, { readOnly: true });
  expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  db.close();
}
