import { type Collection, type Db, type Document, MongoBulkWriteError, MongoClient, MongoError, MongoNetworkError, MongoServerSelectionError, MongoWriteConcernError } from 'mongodb';
import { StoreClosed, StoreUnavailable } from '#libs/event-sourcing/store-error';

/** How long to look for a primary, to connect, or to wait for a free connection. */
const REACH_MS = 5_000;
/** How long to wait for the majority to have a write. */
const MAJORITY_MS = 10_000;
/** How long a socket may be silent within one command. */
const SILENCE_MS = 30_000;

/**
 * A majority has written to disk what is acknowledged, and only what a majority has is read: nothing that anybody saw is
 * rolled back when the primary changes. These outrank what the URL says.
 */
const DURABLE = {
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: MAJORITY_MS },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
} as const;
const TIMEOUTS = { serverSelectionTimeoutMS: REACH_MS, connectTimeoutMS: REACH_MS, waitQueueTimeoutMS: REACH_MS, socketTimeoutMS: SILENCE_MS };

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
  static async open(url: string, database: string): Promise<MongoConnection> {
    const client = new MongoClient(url, { ...DURABLE, ...TIMEOUTS });
    const connection = new MongoConnection(client, client.db(database));
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
