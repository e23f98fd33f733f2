import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { GlobalPosition, RecordedEvent } from '#libs/event-sourcing/event';
import { assertPageSize, type EventReader, type Page, type ReadAll, type ReadStream, WHOLE_STREAM } from '#libs/event-sourcing/event-store';
import { type EventRow, openLogReadOnly, positionNumber, positionText, recorded, storeIdOf } from '#libs/sqlite/event-log';

const STREAM_PAGE = 256;
/** Positions looked at in one turn of the event loop, however few of them pass the filter. */
const SCAN_LIMIT = 20_000;

/** The reading half of the store. */
export class SqliteEventReader implements EventReader {
  readonly storeId: string;
  private readonly statements: Record<'forwards' | 'backwards' | 'all' | 'filtered' | 'head', StatementSync>;

  constructor(private readonly db: DatabaseSync) {
    this.storeId = storeIdOf(db);
    const all = 'SELECT * FROM log WHERE position > ? AND position <= ?';
    const stream = 'SELECT * FROM log WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision';
    const category = "substr(stream, 1, instr(stream, '-') - 1)";
    this.statements = {
      forwards: db.prepare(`${stream} LIMIT ?`),
      backwards: db.prepare(`${stream} DESC LIMIT ?`),
      all: db.prepare(`${all} ORDER BY position LIMIT ?`),
      filtered: db.prepare(`${all} AND ${category} IN (SELECT value FROM json_each(?)) ORDER BY position LIMIT ?`),
      head: db.prepare('SELECT max(position) AS position FROM events'),
    };
  }

  /** Reads beside the process that writes, which need not run. It cannot follow: nothing would wake it. */
  static async openReadOnly(path: string): Promise<SqliteEventReader> {
    return new SqliteEventReader(openLogReadOnly(path));
  }

  async *readStream(stream: string, options: ReadStream = {}): AsyncGenerator<RecordedEvent, void> {
    const asked = { ...WHOLE_STREAM, ...options };
    const { backwards, max } = asked;
    let { from, to } = asked;
    const statement = backwards ? this.statements.backwards : this.statements.forwards;
    for (let left = max; left > 0; ) {
      const limit = Math.min(left, STREAM_PAGE);
      const rows = statement.all(stream, from, to, limit) as unknown as EventRow[];
      for (const row of rows) yield recorded(row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < limit) return;
      left -= rows.length;
      if (backwards) to = last.revision - 1;
      else from = last.revision + 1;
    }
  }

  async readAll(options: ReadAll): Promise<Page> {
    return this.page(options);
  }

  /** `readAll` within one turn of the event loop, so that no commit comes between it and what the caller does next. */
  page(options: ReadAll): Page {
    assertPageSize(options);
    const { after, max, categories } = options;
    const start = after === undefined ? 0 : positionNumber(after);
    const head = this.lastPosition();
    // Another process may commit between two statements: what came after `head` was read belongs to the next page.
    const end = Math.min(start + SCAN_LIMIT, head);
    const rows = (categories === undefined
      ? this.statements.all.all(start, end, max)
      : this.statements.filtered.all(start, end, JSON.stringify(categories), max)) as unknown as EventRow[];
    const last = rows.length === max ? (rows.at(-1)?.position ?? end) : end;
    return {
      events: rows.map(recorded),
      scannedTo: last > start ? positionText(last) : after,
      atHead: last >= head,
    };
  }

  async head(): Promise<GlobalPosition | undefined> {
    const position = this.lastPosition();
    return position === 0 ? undefined : positionText(position);
  }

  /** In events. */
  distance(after: GlobalPosition | undefined, upTo: GlobalPosition | undefined): number {
    const number = (position: GlobalPosition | undefined) => (position === undefined ? 0 : positionNumber(position));
    return Math.max(0, number(upTo) - number(after));
  }

  async close(): Promise<void> {
    if (this.db.isOpen) this.db.close();
  }

  private lastPosition(): number {
    return Number(this.statements.head.get()?.['position'] ?? 0);
  }
}
