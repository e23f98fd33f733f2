import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Checkpoint, CheckpointOfAnotherLog } from '#libs/event-sourcing/document-store';

/** Checkpoints and pointers: how far a reader came, and which collection serves it. */
export class DocumentProgress {
  static readonly sql = `
    CREATE TABLE IF NOT EXISTS checkpoints (name TEXT PRIMARY KEY, position TEXT NOT NULL, store_id TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS pointers (name TEXT PRIMARY KEY, target TEXT NOT NULL) STRICT`;

  private readonly statements: Record<'checkpoint' | 'save' | 'forget' | 'pointer' | 'point' | 'move', StatementSync>;

  constructor(db: DatabaseSync) {
    this.statements = {
      checkpoint: db.prepare('SELECT position, store_id FROM checkpoints WHERE name = ?'),
      save: db.prepare(`
        INSERT INTO checkpoints VALUES (?, ?, ?) ON CONFLICT (name)
        DO UPDATE SET position = excluded.position WHERE excluded.position > position AND excluded.store_id = store_id`),
      forget: db.prepare('DELETE FROM checkpoints WHERE name = ?'),
      pointer: db.prepare('SELECT target FROM pointers WHERE name = ?'),
      point: db.prepare('INSERT INTO pointers (name, target) VALUES (?, ?) ON CONFLICT DO NOTHING'),
      move: db.prepare('UPDATE pointers SET target = ? WHERE name = ? AND target = ?'),
    };
  }

  checkpoint(name: string): Checkpoint | undefined {
    const row = this.statements.checkpoint.get(name);
    return row && { position: String(row['position']), storeId: String(row['store_id']) };
  }

  save(name: string, { position, storeId }: Checkpoint): void {
    if (this.statements.save.run(name, position, storeId).changes === 1) return;
    const kept = this.checkpoint(name);
    if (kept !== undefined && kept.storeId !== storeId) throw new CheckpointOfAnotherLog(name, kept.storeId, storeId);
  }

  forget(name: string): void {
    this.statements.forget.run(name);
  }

  pointer(name: string): string | undefined {
    const target = this.statements.pointer.get(name)?.['target'];
    return target === undefined ? undefined : String(target);
  }

  move(name: string, expected: string | undefined, next: string): boolean {
    const { point, move } = this.statements;
    return (expected === undefined ? point.run(name, next) : move.run(next, name, expected)).changes === 1;
  }
}
