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
import type { Timing } from '#libs/event-sourcing/timing';

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

export interface MongoOptions {
  readonly timing: Pick<Timing, 'after'>;
  readonly patience?: Patience;
}

/** The question was not answered, and nothing said that it would not be. */
class NoAnswer extends Error {}

/**
 * One database of a server, whose errors are told in the words of the port. Every question ends. The client (7.9) may lose
 * one: what it writes to a socket that is destroyed, but not yet known to be closed, it waits for without a limit; where
 * that was the look-out for the server it never finds it again. So each question has a limit of its own here, and a
 * client that has given the server up is replaced by a new one.
 */
export class MongoConnection {
  private closed = false;
  private client: MongoClient;

  private constructor(
    private readonly url: string,
    private readonly name: string,
    private readonly timing: Pick<Timing, 'after'>,
    private readonly patience: Patience,
  ) {
    this.client = new MongoClient(url, timeouts(patience));
  }

  /** @throws StoreUnavailable */
  static async open(url: string, database: string, { timing, patience = PATIENCE }: MongoOptions): Promise<MongoConnection> {
    const connection = new MongoConnection(url, database, timing, patience);
    try {
      await connection.ask(() => connection.database.command({ ping: 1 }));
      return connection;
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** Of the client that is in use now: ask for it anew in each question. */
  collection<D extends Keyed>(name: string): Collection<D> {
    return this.database.collection<D>(name);
  }

  /** @throws StoreClosed, StoreUnavailable, or what the server refused */
  async ask<T>(question: () => Promise<T>): Promise<T> {
    if (this.closed) throw new StoreClosed();
    const { client } = this;
    try {
      return await this.answered(question());
    } catch (error) {
      if (this.closed) throw new StoreClosed(error);
      const isCutOff = client !== this.client && error instanceof MongoError;
      if (!(isCutOff || isOutage(error))) throw error;
      if (isGivenUp(error)) this.replace(client);
      throw new StoreUnavailable(this.place, error);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client.close();
  }

  private get database(): Db {
    return this.client.db(this.name, durable(this.patience));
  }

  private async answered<T>(answer: Promise<T>): Promise<T> {
    const { reach, majority, silence } = this.patience;
    const limit = reach + majority + silence;
    const late = Promise.withResolvers<never>();
    const callOff = this.timing.after(limit, () => late.reject(new NoAnswer(`none within ${limit} ms`)));
    return Promise.race([answer, late.promise]).finally(callOff);
  }

  /** Unless another question has done so. What the old client has under way is cut off. */
  private replace(client: MongoClient): void {
    if (client !== this.client) return;
    this.client = new MongoClient(this.url, timeouts(this.patience));
    client.close().catch(() => undefined);
  }

  /** Where it is, without the password that the URL may hold. */
  private get place(): string {
    return `MongoDB at ${this.client.options.hosts.join(', ')}`;
  }
}

const SILENCES = [NoAnswer, MongoNetworkError, MongoServerSelectionError, MongoWriteConcernError];

/** The client found no server in time, or none that it may use, or said nothing at all. */
const isGivenUp = (error: Error): boolean =>
  error instanceof NoAnswer || error instanceof MongoServerSelectionError || error.name === 'MongoWaitQueueTimeoutError';

/** The server was not reached, fell silent, stepped down, or could not get a majority in time. */
function isOutage(error: unknown): error is Error {
  // A bulk write hides in `errorResponse` what stopped it.
  if (error instanceof MongoBulkWriteError) return error.result.getWriteConcernError() !== undefined || isOutage(error.errorResponse);
  if (SILENCES.some((kind) => error instanceof kind)) return true;
  return error instanceof MongoError && (error.name === 'MongoWaitQueueTimeoutError' || OUTAGES.has(Number(error.code)));
}

export const isDuplicateKey = (error: unknown): boolean => error instanceof MongoError && error.code === DUPLICATE_KEY;

/** Whether the client takes it. */
export function isConnectionString(url: string): boolean {
  try {
    return new MongoClient(url).options.hosts.length > 0 || url.startsWith('mongodb+srv://');
  } catch {
    return false;
  }
}
