import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Appended, CorruptedIdempotency, WrongExpectedRevision } from '#libs/event-sourcing/event-store';
import type { Batch } from '#libs/event-sourcing/event-batch';
import { positionText } from '#libs/sqlite/event-log';

interface StreamRow {
  readonly number: number | null;
  /** Revision that its next event will have. */
  readonly next: number;
}

const NO_STREAM: StreamRow = { number: null, next: 0 };

/** Judges and writes one append, within a transaction of the caller. */
export class EventWriter {
  private readonly statements: Record<'stream' | 'newStream' | 'stored' | 'insert', StatementSync>;

  constructor(db: DatabaseSync) {
    this.statements = {
      stream: db.prepare(`
        SELECT number, (SELECT max(revision) + 1 FROM events WHERE stream = number) AS next FROM streams WHERE name = ?`),
      newStream: db.prepare('INSERT INTO streams (name) VALUES (?) ON CONFLICT DO NOTHING'),
      stored: db.prepare('SELECT id, position FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?'),
      insert: db.prepare('INSERT INTO events (stream, revision, id, type, data, meta) VALUES (?, ?, ?, ?, ?, ?)'),
    };
  }

  /** @throws WrongExpectedRevision, CorruptedIdempotency */
  append(batch: Batch): Appended {
    if (batch.first === 0) {
      const { changes, lastInsertRowid } = this.statements.newStream.run(batch.stream);
      if (changes === 1) return this.insert(batch, lastInsertRowid);
    }
    const { number, next } = (this.statements.stream.get(batch.stream) ?? NO_STREAM) as unknown as StreamRow;
    if (number === null || next !== batch.first) return this.repeated(batch, number, next);
    return this.insert(batch, number);
  }

  private insert({ first, events }: Batch, number: number | bigint): Appended {
    let position: number | bigint = 0;
    let revision = first - 1;
    for (const { id, type, data, meta } of events) {
      revision += 1;
      position = this.statements.insert.run(number, revision, id, type, data, meta).lastInsertRowid;
    }
    return { revision, position: positionText(Number(position)), repeated: false };
  }

  private repeated({ stream, expected, first, events }: Batch, number: number | null, next: number): Appended {
    const stored = this.statements.stored.all(number, first, events.length);
    const same = events.filter(({ id }, index) => stored[index]?.['id'] === id).length;
    if (same === 0) throw new WrongExpectedRevision(stream, expected, next === 0 ? 'no_stream' : next - 1);
    if (same < events.length) throw new CorruptedIdempotency(stream);
    return {
      revision: first + events.length - 1,
      position: positionText(Number(stored.at(-1)?.['position'])),
      repeated: true,
    };
  }
}
