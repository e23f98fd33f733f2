import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Versions before this one can lose a committed transaction when the WAL is reset. */
const OLDEST_SAFE = [3, 51, 3] as const;
const BUSY_MS = 5_000;
/** 32 MiB of log between checkpoints: pages that are written again and again reach the file once. */
const CHECKPOINT_PAGES = 8_000;

/**
 * When what was committed is on the disk. `EACH_COMMIT`: before the commit returns. `AT_CLOSE`: when the file is closed, for a
 * file that counts only once it is whole, or not at all: a crash of the machine before may leave it unusable.
 */
export type Durability = 'EACH_COMMIT' | 'AT_CLOSE';

export interface OpenOptions {
  /** After a failed commit the store has closed itself. The process should end: the next start replays what is on the disk. */
  readonly onFailure?: (cause: unknown) => void;
  /** `EACH_COMMIT` unless said otherwise. */
  readonly durability?: Durability;
  /** What a tombstone takes the place of is overwritten in the file, and in its log, before the write returns. */
  readonly erases?: boolean;
}

const LEVELS = { EACH_COMMIT: { name: 'FULL', level: 2 }, AT_CLOSE: { name: 'OFF', level: 0 } } as const;

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

/** Creates the file if need be. Unless it is said otherwise every later commit is on the disk before it returns. */
export function openDatabase(path: string, schema: Schema, durability: Durability = 'EACH_COMMIT'): DatabaseSync {
  return opened(new DatabaseSync(path, { timeout: BUSY_MS }), (db) => {
    assertSqliteVersion(pragma(db, 'sqlite_version'));
    makeDurable(db, path, durability);
    writeSchema(db, path, schema);
    assertDurable(db, durability);
  });
}

/** For readers beside the process that writes. @throws UnsuitableDatabase where there is no file */
export function openReadOnly(path: string, schema: Schema): DatabaseSync {
  if (!existsSync(path)) throw new UnsuitableDatabase(`there is no store: ${path}`);
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

function makeDurable(db: DatabaseSync, path: string, durability: Durability): void {
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
  if (mode !== 'wal') throw new UnsuitableDatabase(`${path} cannot use a write-ahead log, its journal mode is ${mode}`);
  db.exec(`PRAGMA synchronous = ${LEVELS[durability].name}; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
}

function writeSchema(db: DatabaseSync, path: string, schema: Schema): void {
  db.exec('BEGIN IMMEDIATE');
  const found = versionOf(db);
  if (found !== 0 && found !== schema.version) throw otherVersion(db, path, schema);
  // Setting the version writes a page also when it is the same: assertDurable needs a write before it.
  db.exec(`${schema.sql}; PRAGMA user_version = ${schema.version}; COMMIT`);
}

/** Some builds lower `synchronous` at the first write in WAL mode, so an earlier answer proves nothing. */
function assertDurable(db: DatabaseSync, durability: Durability): void {
  const found = Number(pragma(db, 'synchronous'));
  const { name, level } = LEVELS[durability];
  if (found !== level) throw new UnsuitableDatabase(`synchronous is ${found} after the first write, not ${level} (${name})`);
}

/** Brings a closed file to the disk, with the log that is left where others still read it, and its name in its folder. */
export function syncToDisk(path: string): void {
  for (const each of [path, `${path}-wal`, dirname(path)]) {
    if (!existsSync(each)) continue;
    const file = openSync(each, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

const versionOf = (db: DatabaseSync): number => Number(pragma(db, 'user_version'));

const otherVersion = (db: DatabaseSync, path: string, schema: Schema): UnsuitableDatabase =>
  new UnsuitableDatabase(`${path} has schema version ${versionOf(db)}, this program reads and writes ${schema.version}`);

function pragma(db: DatabaseSync, name: 'sqlite_version' | 'synchronous' | 'user_version'): string {
  const sql = name === 'sqlite_version' ? 'SELECT sqlite_version() AS value' : `SELECT ${name} AS value FROM pragma_${name}`;
  return String(db.prepare(sql).get()?.['value']);
}
