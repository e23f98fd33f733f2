import { existsSync, realpathSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isSqliteError, SQLITE_BUSY } from '#libs/sqlite/sqlite-error';

/** Another process, or another store of this process, holds the file. */
export class StoreInUse extends Error {
  constructor(path: string, cause: unknown) {
    super(`${path} is already open for writing: one process writes a store at a time`, { cause });
    this.name = 'StoreInUse';
  }
}

/**
 * The right to write a file, held by the operating system: it ends with the process however that ends. It lies in a
 * file of its own, so that readers may still open the store.
 */
export class WriteLock {
  private constructor(private readonly db: DatabaseSync) {}

  /** @throws StoreInUse at once, without waiting for the holder. */
  static acquire(path: string): WriteLock {
    const db = new DatabaseSync(`${realPath(path)}-lock`, { timeout: 0 });
    try {
      db.exec('BEGIN EXCLUSIVE');
      return new WriteLock(db);
    } catch (error) {
      db.close();
      throw isSqliteError(error, SQLITE_BUSY) ? new StoreInUse(path, error) : error;
    }
  }

  release(): void {
    this.db.close();
  }
}

/** A file and a link to it must meet in one lock. */
const realPath = (path: string): string => (existsSync(path) ? realpathSync(path) : path);
