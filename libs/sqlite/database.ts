import { DatabaseSync } from 'node:sqlite';

/** Versions before this one can lose a committed transaction when the WAL is reset. */
const OLDEST_SAFE = [3, 51, 3] as const;
const FULL = 2;
const BUSY_MS = 5_000;
/** 16 MiB of log between checkpoints: pages that are written again and again reach the file once. */
const CHECKPOINT_PAGES = 4_000;

/** The SQLite linked, its file or its settings cannot keep the promise of durability. Nothing was written. */
export class UnsuitableDatabase extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'UnsuitableDatabase';
  }
}

export interface Schema {
  /** Kept as `user_version`; a file of another version is refused. */
  readonly version: number;
  readonly sql: string;
}

/** @throws UnsuitableDatabase for a SQLite with the WAL-reset bug. */
export function assertSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number);
  const at = OLDEST_SAFE.findIndex((oldest, index) => parts[index] !== oldest);
  if (at < 0 || (parts[at] ?? 0) > (OLDEST_SAFE[at] ?? 0)) return;
  throw new UnsuitableDatabase(`SQLite ${version} is linked; ${OLDEST_SAFE.join('.')} is the oldest that is safe in WAL mode`);
}

/** Creates the file if need be. Every later commit is on the disk before it returns. */
export function openDatabase(path: string, schema: Schema): DatabaseSync {
  return opened(new DatabaseSync(path, { timeout: BUSY_MS }), (db) => {
    assertSqliteVersion(pragma(db, 'sqlite_version'));
    makeDurable(db, path);
    writeSchema(db, path, schema);
    assertDurable(db);
  });
}

/** For readers beside the process that writes. The file must exist. */
export function openReadOnly(path: string, schema: Schema): DatabaseSync {
  return opened(new DatabaseSync(path, { readOnly: true, timeout: BUSY_MS }), (db) => {
    assertSqliteVersion(pragma(db, 'sqlite_version'));
    if (versionOf(db) !== schema.version) throw otherVersion(db, path, schema);
  });
}

function opened(db: DatabaseSync, prepare: (db: DatabaseSync) => void): DatabaseSync {
  try {
    prepare(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function makeDurable(db: DatabaseSync, path: string): void {
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
  if (mode !== 'wal') throw new UnsuitableDatabase(`${path} cannot use a write-ahead log, its journal mode is ${mode}`);
  db.exec(`PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
}

function writeSchema(db: DatabaseSync, path: string, schema: Schema): void {
  db.exec('BEGIN IMMEDIATE');
  const found = versionOf(db);
  if (found !== 0 && found !== schema.version) throw otherVersion(db, path, schema);
  // Setting the version writes a page also when it is the same: assertDurable needs a write before it.
  db.exec(`${schema.sql}; PRAGMA user_version = ${schema.version}; COMMIT`);
}

/** Some builds lower `synchronous` at the first write in WAL mode, so an earlier answer proves nothing. */
function assertDurable(db: DatabaseSync): void {
  const level = Number(pragma(db, 'synchronous'));
  if (level !== FULL) throw new UnsuitableDatabase(`synchronous is ${level} after the first write, not ${FULL} (FULL)`);
}

const versionOf = (db: DatabaseSync): number => Number(pragma(db, 'user_version'));

const otherVersion = (db: DatabaseSync, path: string, schema: Schema): UnsuitableDatabase =>
  new UnsuitableDatabase(`${path} has schema version ${versionOf(db)}, this program reads and writes ${schema.version}`);

function pragma(db: DatabaseSync, name: 'sqlite_version' | 'synchronous' | 'user_version'): string {
  const sql = name === 'sqlite_version' ? 'SELECT sqlite_version() AS value' : `SELECT ${name} AS value FROM pragma_${name}`;
  return String(db.prepare(sql).get()?.['value']);
}
