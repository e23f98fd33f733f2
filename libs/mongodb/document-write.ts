import { isDeepStrictEqual } from 'node:util';
import { type Collection, MongoBulkWriteError } from 'mongodb';
import type { GlobalPosition } from '#libs/event-sourcing/event';
import { DUPLICATE_KEY } from '#libs/mongodb/connection';
import type { MongoDocument } from '#libs/mongodb/document-collections';

export interface GuardedWrite {
  readonly document: MongoDocument;
  /** Position of the document that it replaces; undefined: there was none. */
  readonly loaded: GlobalPosition | undefined;
}

type Documents = Collection<MongoDocument>;

/** Returns the keys that do not stand as written. Each document is replaced or inserted atomically, the batch is not. */
export async function guardedWrite(documents: Documents, writes: readonly GuardedWrite[]): Promise<readonly string[]> {
  const fresh = writes.flatMap(({ loaded, document }) => (loaded === undefined ? [document] : []));
  const replaced = writes.filter(({ loaded }) => loaded !== undefined);
  return [...(await insert(documents, fresh)), ...(await replace(documents, replaced))];
}

async function insert(documents: Documents, fresh: readonly MongoDocument[]): Promise<readonly string[]> {
  if (fresh.length === 0) return [];
  try {
    await documents.insertMany(fresh, { ordered: false });
    return [];
  } catch (error) {
    return takenKeys(error, fresh);
  }
}

/** The server says how many it replaced, not which: after a miss those stand that are found as they were written. */
async function replace(documents: Documents, writes: readonly GuardedWrite[]): Promise<readonly string[]> {
  if (writes.length === 0) return [];
  const operations = writes.map(({ loaded = '', document: { _id, ...replacement } }) => ({ replaceOne: { filter: { _id, _pos: loaded }, replacement } }));
  const { matchedCount } = await documents.bulkWrite(operations, { ordered: false });
  if (matchedCount === writes.length) return [];
  const keys = writes.map(({ document }) => document._id);
  const standing = new Map((await documents.find({ _id: { $in: keys } }).toArray()).map((document) => [document._id, document]));
  return writes.flatMap(({ document }) => (isDeepStrictEqual(standing.get(document._id), document) ? [] : [document._id]));
}

/** @throws the error, if the server complained of anything else than taken keys */
function takenKeys(error: unknown, documents: readonly MongoDocument[]): readonly string[] {
  if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined) throw error;
  const complaints = [error.writeErrors].flat();
  if (complaints.length === 0 || complaints.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
  return complaints.flatMap(({ index }) => documents[index]?._id ?? []);
}
