import { DatabaseSync } from 'node:sqlite';
import { assertSqliteVersion, openDatabase, UnsuitableDatabase } from '#libs/sqlite/database';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { newEvents } from '#test/support/new-event';
import { type TemporaryFolder, temporaryFolder } from '#test/support/temporary-folder';

describe('a SQLite file', () => {
  const schema = { version: 3, sql: 'CREATE TABLE IF NOT EXISTS notes (text TEXT) STRICT' };
  let folder: TemporaryFolder;
  let path: string;
  beforeEach(() => {
    folder = temporaryFolder();
    path = folder.file('notes.db');
  });
  afterEach(() => folder.remove());

  it.each(['3.51.3', '3.51.10', '3.52.0', '4.0.0'])('may be opened by SQLite %s', (version) => {
    expect(() => assertSqliteVersion(version)).not.toThrow();
  });

  it.each(['3.51.2', '3.50.9', '3.7.0', '2.99.99', '3.51', ''])('may not be opened by SQLite %j', (version) => {
    expect(() => assertSqliteVersion(version)).toThrow(UnsuitableDatabase);
  });

  it('is synced at every commit, also after the first write', () => {
    const db = openDatabase(path, schema);
    db.exec("INSERT INTO notes VALUES ('x')");
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
  });

  it('is synced at its end only, where it counts only once it is whole', async () => {
    const db = openDatabase(path, schema, 'AT_CLOSE');
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 0 });
    db.close();
    const store = await SqliteEventStore.open(folder.file('events.db'), { durability: 'AT_CLOSE' });
    await store.append('case-1', 'no_stream', newEvents(2));
    await store.close();
    const again = await SqliteEventStore.open(folder.file('events.db'));
    expect(await again.head()).toBe('00000000000000000002');
    await again.close();
  });

  it('is refused when a write lowers what was asked for', () => {
    const lowered = { version: 1, sql: 'COMMIT; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE' };
    expect(() => openDatabase(path, lowered)).toThrow(/synchronous is 1/);
  });

  it('is refused where there is no write-ahead log', () => {
    expect(() => openDatabase(':memory:', schema)).toThrow(UnsuitableDatabase);
  });

  it('is refused when it has the schema of another version, and left as it is', () => {
    openDatabase(path, { ...schema, version: 4 }).close();
    expect(() => openDatabase(path, schema)).toThrow(/version 4/);
    openDatabase(path, { ...schema, version: 4 }).close();
  });

  it('keeps events from change and removal, whoever asks', async () => {
    const store = await SqliteEventStore.open(path);
    await store.append('case-1', 'no_stream', newEvents(2));
    await store.close();
    const db = new DatabaseSync(path);
    for (const sql of [
      "UPDATE events SET data = '{}'",
      'UPDATE events SET revision = 7 WHERE revision = 1',
      'DELETE FROM events WHERE revision = 1',
      'DELETE FROM events',
      "UPDATE streams SET name = 'case-2'",
      'DELETE FROM streams',
    ]) {
      expect(() => db.exec(sql)).toThrow(/append-only/);
    }
    expect(db.prepare('SELECT count(*) AS events FROM log').get()).toEqual({ events: 2 });
    db.close();
  });

  it('serves events and documents alike', async () => {
    const events = await SqliteEventStore.open(folder.file('events.db'));
    const documents = await SqliteDocumentStore.open(folder.file('documents.db'));
    await events.close();
    await documents.close();
    for (const name of ['events.db', 'documents.db']) {
      const db = new DatabaseSync(folder.file(name));
      expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
      db.close();
    }
  });
});
