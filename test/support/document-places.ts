import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import { MongoDocumentStore } from '#libs/mongodb/document-store';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { MACHINE_TIMING } from '#libs/stores/machine-timing';
import { hasMongoServer, type MongoServer, startMongoServer } from '#test/support/mongodb-server';
import { type Opened, openedWith } from '#test/support/opened-store';
import { temporaryFolder } from '#test/support/temporary-folder';

/** Where documents lie. Any process can open it. */
export type DocumentsAt = { readonly sqlite: string } | MongoDatabase;

export interface MongoDatabase {
  readonly mongodb: string;
  readonly database: string;
}

/** An empty place for documents, which several stores may share. */
export interface DocumentPlace {
  readonly at: DocumentsAt;
  readonly remove: () => Promise<void>;
}

export type NewDocumentPlace<P extends DocumentPlace = DocumentPlace> = () => Promise<P>;
/** A database of its own. */
export type MongoPlace = DocumentPlace & { readonly at: MongoDatabase };

export function openDocuments(at: DocumentsAt): Promise<DocumentStore> {
  return 'sqlite' in at ? SqliteDocumentStore.open(at.sqlite) : MongoDocumentStore.open(at.mongodb, at.database, { timing: MACHINE_TIMING });
}

/** A store in a new place. */
export async function openedInPlace(newPlace: NewDocumentPlace): Promise<Opened<DocumentStore> & Pick<DocumentPlace, 'at'>> {
  const { at, remove } = await newPlace();
  return { at, ...(await openedWith(() => openDocuments(at), remove)) };
}

export const newSqlitePlace: NewDocumentPlace = async () => {
  const folder = temporaryFolder();
  return { at: { sqlite: folder.file('documents.db') }, remove: async () => folder.remove() };
};

export async function mongoPlaceIn({ url }: MongoServer): Promise<MongoPlace> {
  const database = `dudao-test-${randomUUID()}`;
  return {
    at: { mongodb: url, database },
    remove: async () => {
      const client = new MongoClient(url);
      await client.db(database).dropDatabase();
      await client.close();
    },
  };
}

/** Runs the same specs over every driver of the document store. Without a server those of MongoDB count as skipped. */
export function onEveryDocumentStore(specs: (newPlace: NewDocumentPlace) => void): void {
  describe('on SQLite', () => specs(newSqlitePlace));
  onMongoDb(specs);
}

export function onMongoDb(specs: (newPlace: NewDocumentPlace<MongoPlace>) => void): void {
  const described = hasMongoServer ? describe : describe.skip;
  described(hasMongoServer ? 'on MongoDB' : 'on MongoDB (needs MONGODB_URL, or Go and `npm test`)', () => {
    let server: MongoServer | undefined;
    afterAll(() => server?.stop());
    specs(async () => mongoPlaceIn((server ??= await startMongoServer())));
  });
}
