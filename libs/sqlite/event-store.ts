import type { DatabaseSync } from 'node:sqlite';
import type { GlobalPosition, NewEvent, RecordedEvent } from '#libs/event-sourcing/event';
import {
  AppendOutcomeUnknown,
  type Appended,
  type EventStore,
  type Expected,
  type Page,
  type ReadAll,
  type ReadStream,
} from '#libs/event-sourcing/event-store';
import { StoreClosed } from '#libs/event-sourcing/store-error';
import { CommitSignal } from '#libs/sqlite/commit-signal';
import { type OpenOptions, syncToDisk } from '#libs/sqlite/database';
import { prepareBatch } from '#libs/event-sourcing/event-batch';
import { openLog } from '#libs/sqlite/event-log';
import { SqliteEventReader } from '#libs/sqlite/event-reader';
import { EventWriter } from '#libs/sqlite/event-writer';
import { CommitFailed, GroupCommit } from '#libs/sqlite/group-commit';
import { WriteLock } from '#libs/sqlite/lock';

const SUBSCRIPTION_PAGE = 500;

/** The log in one SQLite file, written by one process. Others read it through {@link SqliteEventReader}. */
export class SqliteEventStore implements EventStore {
  readonly storeId: string;
  private readonly reader: SqliteEventReader;
  private readonly writer: EventWriter;
  private readonly commits: GroupCommit;
  private readonly committed = new CommitSignal();
  private closed: StoreClosed | undefined;

  private constructor(
    db: DatabaseSync,
    private readonly path: string,
    private readonly lock: WriteLock,
    private readonly options: OpenOptions,
  ) {
    this.reader = new SqliteEventReader(db);
    this.writer = new EventWriter(db);
    this.commits = new GroupCommit(db, {
      committed: () => this.committed.raise(),
      failed: (cause) => {
        void this.shut(new StoreClosed(cause));
        options.onFailure?.(cause);
      },
    });
    this.storeId = this.reader.storeId;
  }

  /** Creates the file if need be. @throws StoreInUse, UnsuitableDatabase */
  static async open(path: string, options: OpenOptions = {}): Promise<SqliteEventStore> {
    const lock = WriteLock.acquire(path);
    try {
      return new SqliteEventStore(openLog(path, options.durability), path, lock, options);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    const batch = prepareBatch(stream, expected, events);
    try {
      return await this.commits.run(() => this.writer.append(batch));
    } catch (error) {
      throw error instanceof CommitFailed ? new AppendOutcomeUnknown(stream, error.cause) : error;
    }
  }

  readStream(stream: string, options?: ReadStream): AsyncIterable<RecordedEvent> {
    this.assertOpen();
    return this.reader.readStream(stream, options);
  }

  async readAll(options: ReadAll): Promise<Page> {
    this.assertOpen();
    return this.reader.page(options);
  }

  async *subscribe(options: Parameters<EventStore['subscribe']>[0]): AsyncGenerator<Page, void> {
    const { signal, max = SUBSCRIPTION_PAGE, ...filter } = options;
    let { after } = options;
    while (!signal.aborted) {
      this.assertOpen();
      const page = this.reader.page({ ...filter, after, max });
      if (page.scannedTo === after) {
        await this.committed.next(signal);
        continue;
      }
      after = page.scannedTo;
      yield page;
    }
  }

  async head(): Promise<GlobalPosition | undefined> {
    this.assertOpen();
    return this.reader.head();
  }

  distance(after: GlobalPosition | undefined, upTo: GlobalPosition | undefined): number {
    return this.reader.distance(after, upTo);
  }

  /** Commits what waits. Subscriptions that were not aborted before end with StoreClosed. */
  async close(): Promise<void> {
    this.commits.close();
    await this.shut(new StoreClosed());
  }

  private async shut(reason: StoreClosed): Promise<void> {
    if (this.closed !== undefined) return;
    this.closed = reason;
    await this.reader.close();
    if (this.options.durability === 'AT_CLOSE') syncToDisk(this.path);
    this.lock.release();
    this.committed.raise();
  }

  private assertOpen(): void {
    if (this.closed !== undefined) throw this.closed;
  }
}
