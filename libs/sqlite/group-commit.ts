import type { DatabaseSync } from 'node:sqlite';
import { DiskFull, StoreClosed } from '#libs/event-sourcing/store-error';
import {
  isSqliteError,
  SQLITE_BUSY,
  SQLITE_CONSTRAINT,
  SQLITE_ERROR,
  SQLITE_FULL,
  SQLITE_MISMATCH,
  SQLITE_TOOBIG,
} from '#libs/sqlite/sqlite-error';

/** Bounds the time that one transaction keeps the thread. */
const GROUP_LIMIT = 1_000;

interface Job {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
}

export interface GroupCommitEvents {
  /** After each durable commit, before the callers go on. */
  readonly committed?: () => void;
  /** The handle can no longer be trusted: it must be closed and the process should end. */
  readonly failed?: (cause: unknown) => void;
}

/** The transaction was not seen to commit: whether it is on the disk is unknown. */
export class CommitFailed extends Error {
  constructor(cause: unknown) {
    super('the transaction failed, its outcome is unknown', { cause });
    this.name = 'CommitFailed';
  }
}

/** Work asked for in the same turn of the event loop shares one durable transaction; each piece succeeds or fails alone. */
export class GroupCommit {
  private waiting: Job[] = [];
  private closed: StoreClosed | undefined;
  private readonly statements;

  constructor(
    private readonly db: DatabaseSync,
    private readonly events: GroupCommitEvents = {},
  ) {
    const sql = (text: string) => db.prepare(text);
    this.statements = {
      begin: sql('BEGIN IMMEDIATE'),
      commit: sql('COMMIT'),
      rollback: sql('ROLLBACK'),
      save: sql('SAVEPOINT piece'),
      keep: sql('RELEASE piece'),
      undo: sql('ROLLBACK TO piece'),
    };
  }

  /**
   * Resolves with what the work returned once that is durable. If the work throws, its writes are undone. Its only effects are
   * in the database: where a piece of its group throws, it runs again.
   * @throws CommitFailed, DiskFull, StoreClosed, or what the work threw
   */
  run<T>(work: () => T): Promise<T> {
    if (this.closed !== undefined) return Promise.reject(this.closed);
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      if (this.waiting.length === 1) setImmediate(this.flush);
    });
  }

  /** Commits what waits, then refuses. */
  close(): void {
    while (this.waiting.length > 0) this.flush();
    this.closed ??= new StoreClosed();
  }

  private readonly flush = (): void => {
    if (this.waiting.length === 0) return;
    const group = this.waiting.splice(0, GROUP_LIMIT);
    const settlements = this.transact(group);
    for (const settle of settlements) settle();
    if (settlements.length > 0) this.events.committed?.();
    if (this.waiting.length > 0) setImmediate(this.flush);
  };

  private transact(group: readonly Job[]): readonly (() => void)[] {
    try {
      const settlements = this.together(group) ?? this.apart(group);
      this.statements.commit.run();
      return settlements;
    } catch (error) {
      this.abandon(group, error);
      return [];
    }
  }

  /** Without savepoints, which cost as much as a piece; undefined, with nothing written, when a piece throws. */
  private together(group: readonly Job[]): readonly (() => void)[] | undefined {
    this.statements.begin.run();
    try {
      return group.map(({ work, resolve }) => {
        const value = work() as never;
        return () => resolve(value);
      });
    } catch (error) {
      if (endangersGroup(error) || !this.db.isTransaction) throw error;
      this.statements.rollback.run();
      return undefined;
    }
  }

  private apart(group: readonly Job[]): readonly (() => void)[] {
    this.statements.begin.run();
    return group.map((job) => this.attempt(job));
  }

  /** Nobody is answered before the commit: also a refusal may rest on writes of this group. */
  private attempt({ work, resolve, reject }: Job): () => void {
    this.statements.save.run();
    try {
      const value = work() as never;
      this.statements.keep.run();
      return () => resolve(value);
    } catch (error) {
      if (endangersGroup(error) || !this.db.isTransaction) throw error;
      this.statements.undo.run();
      this.statements.keep.run();
      return () => reject(error);
    }
  }

  private abandon(group: readonly Job[], error: unknown): void {
    const undone = this.rollBack();
    const recoverable = undone && isSqliteError(error, SQLITE_FULL, SQLITE_BUSY);
    const reason = recoverable ? recoverableReason(error) : new CommitFailed(error);
    for (const job of group) job.reject(reason);
    if (recoverable) return;
    this.closed = new StoreClosed(error);
    for (const job of this.waiting.splice(0)) job.reject(this.closed);
    this.events.failed?.(error);
  }

  private rollBack(): boolean {
    try {
      if (this.db.isTransaction) this.statements.rollback.run();
      return true;
    } catch {
      return false;
    }
  }
}

const recoverableReason = (error: unknown): unknown => (isSqliteError(error, SQLITE_FULL) ? new DiskFull(error) : error);

/** A refused row or a wrong statement is the fault of one piece; any other answer of SQLite concerns the file. */
const endangersGroup = (error: unknown): boolean =>
  isSqliteError(error) && !isSqliteError(error, SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH);
