import { assertEachKeyOnce, assertFind, assertMembersDeclared } from '#libs/event-sourcing/document-request';
import type { Checkpoint, Count, DocumentStore, DocumentWrite, Find, StoredDocument } from '#libs/event-sourcing/document-store';
import { MongoConnection, type MongoOptions } from '#libs/mongodb/connection';
import { fromBson, toBson } from '#libs/mongodb/document-body';
import { DocumentCollections, type MongoDocument } from '#libs/mongodb/document-collections';
import { DocumentProgress } from '#libs/mongodb/document-progress';
import { conditionOf, findQuery } from '#libs/mongodb/document-query';
import { guardedWrite } from '#libs/mongodb/document-write';

const SCAN_PAGE = 500;

/**
 * Read models in one database of MongoDB. Any number of processes may share it: every write is guarded by the position it
 * replaces, so neither transactions nor change streams are needed, and a single server is enough.
 */
export class MongoDocumentStore implements DocumentStore {
  private readonly collections: DocumentCollections;
  private readonly progress: DocumentProgress;

  private constructor(private readonly connection: MongoConnection) {
    this.collections = new DocumentCollections(connection);
    this.progress = new DocumentProgress(connection);
  }

  /** @throws StoreUnavailable */
  static async open(url: string, database: string, options: MongoOptions): Promise<MongoDocumentStore> {
    return new MongoDocumentStore(await MongoConnection.open(url, database, options));
  }

  declare(collection: string, indexes: readonly string[]): Promise<void> {
    return this.connection.ask(() => this.collections.declare(collection, indexes));
  }

  get<D = object>(collection: string, keys: readonly string[]): Promise<readonly StoredDocument<D>[]> {
    return this.connection.ask(async () => {
      const { documents } = await this.collections.resolve(collection);
      const [only, ...others] = keys;
      // FerretDB 1 looks a key up, but walks the whole collection for a list of one.
      const found = await documents.find(only !== undefined && others.length === 0 ? { _id: only } : { _id: { $in: [...keys] } }).toArray();
      const byKey = new Map(found.map((document) => [document._id, document]));
      return keys.flatMap((key) => {
        const document = byKey.get(key);
        return document === undefined ? [] : [stored<D>(document)];
      });
    });
  }

  find<D = object>(collection: string, find: Find): Promise<readonly StoredDocument<D>[]> {
    return this.connection.ask(async () => {
      const { documents, members } = await this.collections.resolve(collection);
      assertFind(find, members);
      // To MongoDB a limit of 0 is none.
      if (find.limit === 0) return [];
      const { filter, sort } = findQuery(find);
      const found = await documents.find(filter).sort(sort).limit(find.limit).toArray();
      return found.map((document) => stored<D>(document));
    });
  }

  count(collection: string, { where = {}, range }: Count): Promise<number> {
    return this.connection.ask(async () => {
      const { documents, members } = await this.collections.resolve(collection);
      assertMembersDeclared({ where, range }, members);
      return documents.countDocuments(conditionOf({ where, range }));
    });
  }

  /** In pages of its own, since a cursor would not survive a change of the primary. */
  async *scan<D = object>(collection: string): AsyncGenerator<StoredDocument<D>, void> {
    for (let after: string | undefined; ; ) {
      const page = await this.page(collection, after);
      yield* page.map((document) => stored<D>(document));
      after = page.at(-1)?._id;
      if (page.length < SCAN_PAGE) return;
    }
  }

  async write(collection: string, writes: readonly DocumentWrite[]): Promise<readonly string[]> {
    assertEachKeyOnce(writes);
    const guarded = writes.map(({ key, position, body, loaded }) => ({
      loaded,
      document: { _id: key, _pos: position, body: body === null ? null : toBson(body) },
    }));
    if (guarded.length === 0) return [];
    return this.connection.ask(async () => guardedWrite((await this.collections.resolve(collection)).documents, guarded));
  }

  drop(collection: string): Promise<void> {
    return this.connection.ask(() => this.collections.drop(collection));
  }

  checkpoint(name: string): Promise<Checkpoint | undefined> {
    return this.connection.ask(() => this.progress.checkpoint(name));
  }

  saveCheckpoint(name: string, checkpoint: Checkpoint): Promise<void> {
    return this.connection.ask(() => this.progress.save(name, checkpoint));
  }

  dropCheckpoint(name: string): Promise<void> {
    return this.connection.ask(() => this.progress.forget(name));
  }

  pointer(name: string): Promise<string | undefined> {
    return this.connection.ask(() => this.progress.pointer(name));
  }

  movePointer(name: string, expected: string | undefined, next: string): Promise<boolean> {
    return this.connection.ask(() => this.progress.move(name, expected, next));
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private page(collection: string, after: string | undefined): Promise<readonly MongoDocument[]> {
    return this.connection.ask(async () => {
      const { documents } = await this.collections.resolve(collection);
      const behind = after === undefined ? {} : { _id: { $gt: after } };
      return documents.find(behind).sort({ _id: 1 }).limit(SCAN_PAGE).toArray();
    });
  }
}

const stored = <D>({ _id, _pos, body }: MongoDocument): StoredDocument<D> => ({
  key: _id,
  position: _pos,
  body: body === null ? null : fromBson<D>(body),
});
