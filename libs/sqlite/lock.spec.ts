import { mkdirSync, symlinkSync } from 'node:fs';
import { SqliteEventReader } from '#libs/sqlite/event-reader';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { StoreInUse } from '#libs/sqlite/lock';
import { ChildProgram } from '#test/support/child-program';
import { newEvents } from '#test/support/new-event';
import { readLog } from '#test/support/read-log';
import { type TemporaryFolder, temporaryFolder } from '#test/support/temporary-folder';

const HOLD = 'test/faults/hold-store.ts';
const PATIENCE_MS = 2_000;

describe('a store that is open', () => {
  let folder: TemporaryFolder;
  let path: string;
  const children: ChildProgram[] = [];
  const child = (store: string): ChildProgram => {
    const program = new ChildProgram(HOLD, [store]);
    children.push(program);
    return program;
  };

  beforeEach(() => {
    folder = temporaryFolder();
    path = folder.file('events.db');
  });
  afterEach(async () => {
    for (const program of children.splice(0)) await program.kill();
    folder.remove();
  });

  it('is refused to a second store of the same process, at once', async () => {
    const store = await SqliteEventStore.open(path);
    const asked = performance.now();
    await expect(SqliteEventStore.open(path)).rejects.toBeInstanceOf(StoreInUse);
    expect(performance.now() - asked).toBeLessThan(PATIENCE_MS);
    await expect(store.append('case-1', 'no_stream', newEvents(1))).resolves.toMatchObject({ revision: 0 });
    await store.close();
  });

  it('is refused to a store that names the file through a link', async () => {
    const store = await SqliteEventStore.open(path);
    symlinkSync(path, folder.file('link.db'));
    await expect(SqliteEventStore.open(folder.file('link.db'))).rejects.toBeInstanceOf(StoreInUse);
    await store.close();
  });

  it('is refused to another process', async () => {
    const store = await SqliteEventStore.open(path);
    expect(await child(path).printed(1)).toEqual(['StoreInUse']);
    await store.close();
  });

  it('is refused while another process has it, and free once that was killed', async () => {
    const holder = child(path);
    expect(await holder.printed(1)).toEqual(['open']);
    const asked = performance.now();
    await expect(SqliteEventStore.open(path)).rejects.toBeInstanceOf(StoreInUse);
    expect(performance.now() - asked).toBeLessThan(PATIENCE_MS);
    await holder.kill();
    await (await SqliteEventStore.open(path)).close();
  });

  it('is free after it was closed', async () => {
    await (await SqliteEventStore.open(path)).close();
    await (await SqliteEventStore.open(path)).close();
  });

  it('is free after it could not be opened', async () => {
    await expect(SqliteEventStore.open(folder.file('absent/events.db'))).rejects.toThrow();
    mkdirSync(folder.file('events.db'));
    await expect(SqliteEventStore.open(path)).rejects.not.toBeInstanceOf(StoreInUse);
    await expect(SqliteEventStore.open(path)).rejects.not.toBeInstanceOf(StoreInUse);
  });

  it('lets others read beside it, also what is committed while they read', async () => {
    const store = await SqliteEventStore.open(path);
    await store.append('case-1', 'no_stream', newEvents(2));
    const reader = await SqliteEventReader.openReadOnly(path);
    const readable = async () => (await reader.readAll({ max: 10 })).events;
    expect(await readable()).toHaveLength(2);
    await store.append('case-1', 1, newEvents(1));
    expect(await readable()).toEqual(await readLog(store));
    expect(reader.storeId).toBe(store.storeId);
    await store.close();
    expect(await readable()).toHaveLength(3);
    await reader.close();
  });
});
