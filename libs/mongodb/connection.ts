import {
  type Collection,
  type Db,
  type DbOptions,
  type Document,
  MongoBulkWriteError,
  MongoClient,
  type MongoClientOptions,
  MongoError,
  MongoNetworkError,
  MongoServerSelectionError,
  MongoWriteConcernError,
  ReadConcern,
  WriteConcern,
} from 'mongodb';
import { StoreClosed, StoreUnavailable } from '#libs/event-sourcing/store-error';

/** Milliseconds after which waiting becomes an error. */
export interface Patience {
  /** To find a primary, to connect, or to get a free connection. */
  readonly reach: number;
  /** For the majority to have a write. */
  readonly majority: number;
  /** For an answer to one command. */
  readonly silence: number;
}

export const PATIENCE: Patience = { reach: 5_000, majority: 10_000, silence: 30_000 };

/**
 * A majority has written to disk what is acknowledged, and only what a majority has is read: nothing that anybody saw is
 * rolled back when the primary changes. Set on the database: there it outranks what the URL says.
 */
const durable = ({ majority }: Patience): DbOptions => ({
  writeConcern: new WriteConcern('majority', majority, true),
  readConcern: new ReadConcern('majority'),
  readPreference: 'primary',
});

const timeouts = ({ reach, silence }: Patience): MongoClientOptions => ({
  serverSelectionTimeoutMS: reach,
  connectTimeoutMS: reach,
  waitQueueTimeoutMS: reach,
  socketTimeoutMS: silence,
});

/**
 * HostUnreachable, HostNotFound, NetworkTimeout, ShutdownInProgress, PrimarySteppedDown, ExceededTimeLimit, SocketException,
 * NotWritablePrimary, InterruptedAtShutdown, InterruptedDueToReplStateChange, NotPrimaryNoSecondaryOk, NotPrimaryOrSecondary
 */
const OUTAGES = new Set([6, 7, 89, 91, 189, 262, 9_001, 10_107, 11_600, 11_602, 13_435, 13_436]);

export const DUPLICATE_KEY = 11_000;

/** Keys are texts here, never ObjectIds. */
export interface Keyed extends Document {
  readonly _id: string;
}

/** One database of a server, whose errors are told in the words of the port. */
export class MongoConnection {
  private closed = false;

  private constructor(
    private readonly client: MongoClient,
    private readonly database: Db,
  ) {}

  /** @throws StoreUnavailable */
  static async open(url: string, database: string, patience: Patience): Promise<MongoConnection> {
    const client = new MongoClient(url, timeouts(patience));
    const connection = new MongoConnection(client, client.db(database, durable(patience)));
    try {
      await connection.ask(() => connection.database.command({ ping: 1 }));
      return connection;
    } catch (error) {
      await client.close();
      throw error;
    }
  }

  collection<D extends Keyed>(name: string): Collection<D> {
    return this.database.collection<D>(name);
  }

  /** @throws StoreClosed, StoreUnavailable, or what the server refused */
  async ask<T>(question: () => Promise<T>): Promise<T> {
    if (this.closed) throw new StoreClosed();
    try {
      return await question();
    } catch (error) {
      if (this.closed) throw new StoreClosed(error);
      throw isOutage(error) ? new StoreUnavailable(this.place, error) : error;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client.close();
  }

  /** Where it is, without the password that the URL may hold. */
  private get place(): string {
    return `MongoDB at ${this.client.options.hosts.join(', ')}`;
  }
}

/** The server was not reached, fell silent, stepped down, or could not get a majority in time. */
function isOutage(error: unknown): error is MongoError {
  // A bulk write hides in `errorResponse` what stopped it.
  if (error instanceof MongoBulkWriteError) return error.result.getWriteConcernError() !== undefined || isOutage(error.errorResponse);
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError || error instanceof MongoWriteConcernError) return true;
  return error instanceof MongoError && (error.name === 'MongoWaitQueueTimeoutError' || OUTAGES.has(Number(error.code)));
}

export const isDuplicateKey = (error: unknown): boolean => error instanceof MongoError && error.code === DUPLICATE_KEY;
