import type { Collection } from 'mongodb';
import { assertMembers, UnknownCollection } from '#libs/event-sourcing/document-request';
import type { GlobalPosition } from '#libs/event-sourcing/event';
import type { Keyed, MongoConnection } from '#libs/mongodb/connection';

/** A document as it lies in MongoDB. The body of a tombstone is null. */
export interface MongoDocument extends Keyed {
  readonly _pos: GlobalPosition;
  readonly body: object | null;
}

interface Entry extends Keyed {
  readonly members?: Readonly<Record<string, true>>;
}

export interface Declared {
  readonly documents: Collection<MongoDocument>;
  readonly members: ReadonlySet<string>;
}

/** Names that begin with `_` are the driver's own; MongoDB allows 255 bytes with the database. */
const NAME = /^(?!system\.)[A-Za-z][\w.-]{0,149}$/;

export const pathOf = (member: string): string => `body.${member}`;

/**
 * The register of collections. It lies in the database, so that all processes agree, and it is asked every time: MongoDB
 * makes a collection of any name that is written to, also of one that another process has just dropped.
 */
export class DocumentCollections {
  constructor(private readonly connection: MongoConnection) {}

  private get entries(): Collection<Entry> {
    return this.connection.collection('_collections');
  }

  /**
   * Adds what is missing. Indexes first: a collection that is registered has them all. One a command: FerretDB 1 loses the
   * connection over a command that names several it has, and passes over others that it has not.
   */
  async declare(name: string, members: readonly string[]): Promise<void> {
    if (!NAME.test(name)) throw new RangeError(`${JSON.stringify(name)} cannot name a collection`);
    assertMembers(members);
    const entry = await this.entries.findOne({ _id: name });
    const missing = members.filter((member) => entry?.members?.[member] === undefined);
    if (entry !== null && missing.length === 0) return;
    for (const member of missing) await this.documents(name).createIndex({ [pathOf(member)]: 1, _id: 1 }, { name: `by_${member}` });
    const declared = { declared: true, ...Object.fromEntries(missing.map((member) => [`members.${member}`, true as const])) };
    await this.entries.updateOne({ _id: name }, { $set: declared }, { upsert: true });
  }

  /** @throws UnknownCollection */
  async resolve(name: string): Promise<Declared> {
    const entry = await this.entries.findOne({ _id: name });
    if (entry === null) throw new UnknownCollection(name);
    return { documents: this.documents(name), members: new Set(Object.keys(entry.members ?? {})) };
  }

  async drop(name: string): Promise<void> {
    await this.entries.deleteOne({ _id: name });
    await this.documents(name).drop();
  }

  private documents(name: string): Collection<MongoDocument> {
    return this.connection.collection<MongoDocument>(name);
  }
}
