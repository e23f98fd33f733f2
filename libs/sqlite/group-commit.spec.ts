import type { DatabaseSync } from 'node:sqlite';
import { DiskFull, StoreClosed } from '#libs/event-sourcing/store-error';
import { openDatabase } from '#libs/sqlite/database';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { CommitFailed, GroupCommit } from '#libs/sqlite/group-commit';
import { newEvents } from '#test/support/new-event';
import { readLog } from '#test/support/read-log';
import { type TemporaryFolder, temporaryFolder } from '#test/support/temporary-folder';
import { walCommits } from '#test/support/wal-commits';

const SCHEMA = {
  version: 1,
  sql: 'CREATE TABLE notes (text TEXT UNIQUE) STRICT; CREATE TABLE owed (note TEXT REFERENCES notes (text) DEFERRABLE INITIALLY DEFERRED) STRICT',
};

let folder: TemporaryFolder;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = folder.file('store.db');
});
afterEach(() => folder.remove());

describe('appends of one turn of the event loop', () => {
  let store: SqliteEventStore;
  beforeEach(async () => {
    store = await SqliteEventStore.open(path);
  });
  afterEach(() => store.close());
  const commitsOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = walCommits(path);
    await work();
    return walCommits(path) - before;
  };
  const append = (index: number) => store.append(`case-${index}`, 'no_stream', newEvents(2));
  const many = Array.from({ length: 64 }, (_, index) => index);

  it('share one durable transaction', async () => {
    expect(await commitsOf(() => Promise.all(many.map(append)))).toBe(1);
    expect(await readLog(store)).toHaveLength(128);
  });

  it('have one each when each waits for the one before', async () => {
    expect(await commitsOf(async () => {
      for (const index of many) await append(index);
    })).toBe(64);
  });

  it('are judged alone: a wrong one does not hurt its neighbours', async () => {
    await append(5);
    let outcomes: readonly PromiseSettledResult<unknown>[] = [];
    expect(await commitsOf(async () => {
      outcomes = await Promise.allSettled(many.map(append));
    })).toBe(1);
    expect(outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([5]);
    expect(await readLog(store)).toHaveLength(128);
  });

  it('write nothing when all are refused', async () => {
    await append(5);
    expect(await commitsOf(() => Promise.allSettled([append(5), append(5)]))).toBe(0);
  });

  it('are all answered when the store is closed right after', async () => {
    const appends = Promise.all(many.map(append));
    await store.close();
    await expect(appends).resolves.toHaveLength(64);
    await expect(append(99)).rejects.toBeInstanceOf(StoreClosed);
    await expect(store.readAll({ max: 1 })).rejects.toBeInstanceOf(StoreClosed);
  });
});

describe('work that shares a transaction', () => {
  let db: DatabaseSync;
  let failures: unknown[];
  let commits: GroupCommit;
  beforeEach(() => {
    db = openDatabase(path, SCHEMA);
    failures = [];
    commits = new GroupCommit(db, { failed: (cause) => failures.push(cause) });
  });
  afterEach(() => db.close());
  const note = (text: string) => () => {
    db.prepare('INSERT INTO notes VALUES (?)').run(text);
    return text;
  };
  const notes = () => db.prepare('SELECT text FROM notes ORDER BY text').all().map(({ text }) => text);

  it('is undone to its beginning when it throws, and nothing else is', async () => {
    const half = () => {
      note('b')();
      throw new Error('after half of it');
    };
    const outcomes = await Promise.allSettled([commits.run(note('a')), commits.run(half), commits.run(note('a')), commits.run(note('c'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(notes()).toEqual(['a', 'c']);
    expect(failures).toEqual([]);
  });

  it('is refused whole when the disk is full, and works again when there is space', async () => {
    const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
    db.exec(`PRAGMA max_page_count = ${pages + 2}`);
    const outcomes = await Promise.allSettled([commits.run(note('a')), commits.run(note('x'.repeat(50_000)))]);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual([expect.any(DiskFull), expect.any(DiskFull)]);
    expect(notes()).toEqual([]);
    db.exec(`PRAGMA max_page_count = ${pages + 1_000}`);
    expect(await commits.run(note('a'))).toBe('a');
    expect(failures).toEqual([]);
  });

  it('is of unknown outcome, all of it, when the commit fails; and nothing is tried again', async () => {
    const owe = () => db.prepare("INSERT INTO owed VALUES ('nobody')").run();
    const outcomes = await Promise.allSettled([commits.run(note('a')), commits.run(owe), commits.run(note('a'))]);
    const unknown = expect.any(CommitFailed);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual([unknown, unknown, unknown]);
    expect(failures).toHaveLength(1);
    await expect(commits.run(note('b'))).rejects.toBeInstanceOf(StoreClosed);
  });

  it('fails as a group when the file can no longer be trusted', async () => {
    const ioError = Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 1034 });
    const broken = () => {
      throw ioError;
    };
    const outcomes = await Promise.allSettled([commits.run(note('a')), commits.run(broken)]);
    expect(outcomes).toMatchObject([{ reason: { name: 'CommitFailed', cause: ioError } }, { reason: { name: 'CommitFailed' } }]);
    expect(failures).toEqual([ioError]);
    expect(notes()).toEqual([]);
  });
});
