import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { GlobalPosition, RecordedEvent, Revision } from '#libs/event-sourcing/event';
import { UnreadableEvent } from '#libs/event-sourcing/event-store';
import { type Durability, openDatabase, openReadOnly } from '#libs/sqlite/database';

/**
 * What a commit costs is the number of pages it touches, so streams go by number: the index entries of streams that
 * are active together then lie together. Ids have no index, it would touch a page for every event; a repeated batch is
 * found by stream and revision. Nor is there AUTOINCREMENT, which writes the page of its counter each time: rows are
 * never deleted, so the next position is always the greatest yet.
 */
const SCHEMA = {
  version: 1,
  sql: `
    CREATE TABLE IF NOT EXISTS streams (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE IF NOT EXISTS events (
      position INTEGER PRIMARY KEY,
      stream INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      id TEXT NOT NULL,
      type TEXT NOT NULL,
      data TEXT NOT NULL,
      meta TEXT NOT NULL,
      UNIQUE (stream, revision)
    ) STRICT;
    CREATE VIEW IF NOT EXISTS log AS
      SELECT position, name AS stream, revision, id, type, data, meta FROM events JOIN streams ON number = stream;
    ${['events', 'streams'].map(appendOnly).join('')}
    CREATE TABLE IF NOT EXISTS store (only INTEGER PRIMARY KEY CHECK (only = 1), id TEXT NOT NULL) STRICT`,
};

export interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: Revision;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly meta: string;
}

function appendOnly(table: string): string {
  const refuse = (verb: string) => `
    CREATE TRIGGER IF NOT EXISTS no_${verb.toLowerCase()}_of_${table} BEFORE ${verb} ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table} are append-only'); END;`;
  return refuse('UPDATE') + refuse('DELETE');
}

export function openLog(path: string, durability?: Durability): DatabaseSync {
  const db = openDatabase(path, SCHEMA, durability);
  db.prepare('INSERT INTO store VALUES (1, ?) ON CONFLICT DO NOTHING').run(randomUUID());
  return db;
}

export const openLogReadOnly = (path: string): DatabaseSync => openReadOnly(path, SCHEMA);

export const storeIdOf = (db: DatabaseSync): string => String(db.prepare('SELECT id FROM store').get()?.['id']);

export const positionText = (position: number): GlobalPosition => String(position).padStart(20, '0');

/** @throws RangeError for a position that this driver did not give out. */
export function positionNumber(position: GlobalPosition): number {
  if (!/^\d{20}$/.test(position)) throw new RangeError(`${position} is no position of a SQLite store`);
  return Number(position);
}

/** @throws UnreadableEvent */
export function recorded(row: EventRow): RecordedEvent {
  const { position, data, meta, ...event } = row;
  try {
    return { ...event, position: positionText(position), data: JSON.parse(data), meta: JSON.parse(meta), dataText: data, metaText: meta };
  } catch (error) {
    throw new UnreadableEvent(row.stream, row.revision, error);
  }
}
