import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { assertEachKeyOnce } from '#libs/event-sourcing/document-request';
import type { Checkpoint, Count, DocumentStore, DocumentWrite, Find, StoredDocument } from '#libs/event-sourcing/document-store';
import { StoreClosed } from '#libs/event-sourcing/store-error';
import { openDatabase, type OpenOptions, syncToDisk } from '#libs/sqlite/database';
import { DocumentCollections } from '#libs/sqlite/document-collections';
import { DocumentProgress } from '#libs/sqlite/document-progress';
import { countQuery, findQuery } from '#libs/sqlite/document-query';
import { GroupCommit } from '#libs/sqlite/group-commit';

const SCHEMA = { version: 1, sql: `${DocumentCollections.sql}; ${DocumentProgress.sql}` };
const SCAN_PAGE = 500;

interface DocumentRow {
  readonly key: string;
  readonly position: string;
  readonly body: string | null;
}

/** Read models in one SQLite file. Several processes may share it: every write is guarded by the position it replaces. */
export class SqliteDocumentStore implements DocumentStore {
  private readonly collections: DocumentCollections;
  private readonly progress: DocumentProgress;
  private readonly commits: GroupCommit;
  private readonly statements = new Map<string, StatementSync>();

  private constructor(
    private readonly db: DatabaseSync,
    private readonly path: string,
    private readonly options: OpenOptions,
  ) {
    if (options.erases === true) db.exec('PRAGMA secure_delete = ON');
    this.collections = new DocumentCollections(db);
    this.progress = new DocumentProgress(db);
    this.commits = new GroupCommit(db, {
      failed: (cause) => {
        db.close();
        options.onFailure?.(cause);
      },
    });
  }

  /** Creates the file if need be. @throws UnsuitableDatabase */
  static async open(path: string, options: OpenOptions = {}): Promise<SqliteDocumentStore> {
    return new SqliteDocumentStore(openDatabase(path, SCHEMA, options.durability), path, options);
  }

  async declare(collection: string, indexes: readonly string[]): Promise<void> {
    await this.commits.run(() => this.collections.declare(collection, indexes));
  }

  async get<D = object>(collection: string, keys: readonly string[]): Promise<readonly StoredDocument<D>[]> {
    const get = this.prepared(`SELECT key, position, body FROM ${this.tableOf(collection)} WHERE key = ?`);
    return keys.flatMap((key) => {
      const row = get.get(key) as DocumentRow | undefined;
      return row === undefined ? [] : [stored<D>(row)];
    });
  }

  async find<D = object>(collection: string, find: Find): Promise<readonly StoredDocument<D>[]> {
    this.assertOpen();
    const { sql, parameters } = findQuery(this.collections.resolve(collection), find);
    return this.rows<D>(sql, parameters);
  }

  async count(collection: string, count: Count): Promise<number> {
    this.assertOpen();
    const { sql, parameters } = countQuery(this.collections.resolve(collection), count);
    return Number(this.prepared(sql).get(...parameters)?.['count']);
  }

  async *scan<D = object>(collection: string): AsyncGenerator<StoredDocument<D>, void> {
    let page = this.rows<D>(`SELECT key, position, body FROM ${this.tableOf(collection)} ORDER BY key LIMIT ?`, [SCAN_PAGE]);
    for (;;) {
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < SCAN_PAGE) return;
      const next = `SELECT key, position, body FROM ${this.tableOf(collection)} WHERE key > ? ORDER BY key LIMIT ?`;
      page = this.rows<D>(next, [last.key, SCAN_PAGE]);
    }
  }

  async write(collection: string, writes: readonly DocumentWrite[]): Promise<readonly string[]> {
    assertEachKeyOnce(writes);
    const rows = writes.map(({ body, ...rest }) => ({ ...rest, text: body === null ? null : JSON.stringify(body) }));
    if (rows.length === 0) return [];
    const missed = await this.commits.run(() => {
      const table = this.tableOf(collection);
      const insert = this.prepared(`INSERT INTO ${table} (position, body, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`);
      const update = this.prepared(`UPDATE ${table} SET position = ?, body = ? WHERE key = ? AND position = ?`);
      return rows.filter(({ key, position, text, loaded }) => {
        const { changes } = loaded === undefined ? insert.run(position, text, key) : update.run(position, text, key, loaded);
        return changes === 0;
      });
    });
    if (this.options.erases === true && rows.some(({ text }) => text === null)) this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return missed.map(({ key }) => key);
  }

  async drop(collection: string): Promise<void> {
    await this.commits.run(() => this.collections.drop(collection));
    this.statements.clear();
  }

  async checkpoint(name: string): Promise<Checkpoint | undefined> {
    this.assertOpen();
    return this.progress.checkpoint(name);
  }

  async saveCheckpoint(name: string, checkpoint: Checkpoint): Promise<void> {
    await this.commits.run(() => this.progress.save(name, checkpoint));
  }

  async dropCheckpoint(name: string): Promise<void> {
    await this.commits.run(() => this.progress.forget(name));
  }

  async pointer(name: string): Promise<string | undefined> {
    this.assertOpen();
    return this.progress.pointer(name);
  }

  async movePointer(name: string, expected: string | undefined, next: string): Promise<boolean> {
    return this.commits.run(() => this.progress.move(name, expected, next));
  }

  async close(): Promise<void> {
    this.commits.close();
    if (this.db.isOpen) this.db.close();
    if (this.options.durability === 'AT_CLOSE') syncToDisk(this.path);
  }

  private tableOf(collection: string): string {
    this.assertOpen();
    return this.collections.tableOf(collection);
  }

  private rows<D>(sql: string, parameters: readonly (string | number)[]): readonly StoredDocument<D>[] {
    const rows = this.prepared(sql).all(...parameters) as unknown as DocumentRow[];
    return rows.map((row) => stored<D>(row));
  }

  private prepared(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.db.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  private assertOpen(): void {
    if (!this.db.isOpen) throw new StoreClosed();
  }
}

const stored = <D>({ key, position, body }: DocumentRow): StoredDocument<D> => ({
  key,
  position,
  body: body === null ? null : (JSON.parse(body) as D),
});
