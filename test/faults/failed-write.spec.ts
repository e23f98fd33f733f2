import { SqliteEventStore } from '#libs/sqlite/event-store';
import { ChildProgram } from '#test/support/child-program';
import { readLog } from '#test/support/read-log';
import { temporaryFolder } from '#test/support/temporary-folder';

const UNKNOWN = 'AppendOutcomeUnknown AppendOutcomeUnknown AppendOutcomeUnknown';
const STORED = 'stored stored stored';

describe('a write that the system refuses', () => {
  it('fails the whole group, closes the store for good and loses nothing that was acknowledged', async () => {
    const folder = temporaryFolder();
    const path = folder.file('events.db');
    const lines = await new ChildProgram('test/faults/append-until-failure.ts', [path], { fileLimitKiB: 256 }).ended();
    const stored = lines.filter((line) => line === STORED).length;
    expect(stored).toBeGreaterThan(3);
    expect(lines.slice(stored)).toEqual([UNKNOWN, 'told 1, then StoreClosed, followers StoreClosed']);

    const store = await SqliteEventStore.open(path);
    const events = await readLog(store);
    await store.close();
    folder.remove();
    const rounds = new Set(events.map((event) => (event.data as { round: number }).round));
    expect([...rounds].slice(0, stored)).toEqual([...Array(stored).keys()]);
    expect(events.length % 3).toBe(0);
  });
});
