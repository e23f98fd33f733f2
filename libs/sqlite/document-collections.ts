import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { assertMembers, UnknownCollection } from '#libs/event-sourcing/document-request';

/** What a collection is in the file: a table of a numbered name, so that no text of a caller becomes SQL. */
export interface Collection {
  readonly table: string;
  readonly members: ReadonlySet<string>;
}

/** SQL for a member of the body. Booleans are 0 and 1. */
export const memberOf = (member: string): string => `json_extract(body, '$.${member}')`;

/** The register of collections. It lies in the file, so that processes that share the file agree. */
export class DocumentCollections {
  static readonly sql = `
    CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE IF NOT EXISTS members (
      collection INTEGER NOT NULL REFERENCES collections ON DELETE CASCADE,
      name TEXT NOT NULL,
      PRIMARY KEY (collection, name)
    ) STRICT, WITHOUT ROWID`;

  private readonly statements: Record<'add' | 'number' | 'remove' | 'addMember' | 'members', StatementSync>;

  constructor(private readonly db: DatabaseSync) {
    this.statements = {
      add: db.prepare('INSERT INTO collections (name) VALUES (?) ON CONFLICT DO NOTHING'),
      number: db.prepare('SELECT number FROM collections WHERE name = ?'),
      remove: db.prepare('DELETE FROM collections WHERE name = ?'),
      addMember: db.prepare('INSERT INTO members VALUES (?, ?) ON CONFLICT DO NOTHING'),
      members: db.prepare('SELECT name FROM members WHERE collection = ?'),
    };
  }

  /** Adds what is missing: a member once declared stays. Within a transaction of the caller. */
  declare(name: string, members: readonly string[]): void {
    assertMembers(members);
    this.statements.add.run(name);
    const table = this.tableOf(name);
    this.db.exec(`
      CREATE TABLE IF NOT EXISTS ${table} (key TEXT NOT NULL PRIMARY KEY, position TEXT NOT NULL, body TEXT)
      STRICT, WITHOUT ROWID`);
    for (const member of members) this.addIndex(name, table, member);
  }

  /** @throws UnknownCollection */
  tableOf(name: string): string {
    return tableName(this.numberOf(name));
  }

  /** @throws UnknownCollection */
  resolve(name: string): Collection {
    const number = this.numberOf(name);
    return { table: tableName(number), members: this.membersOf(number) };
  }

  drop(name: string): void {
    const found = this.statements.number.get(name);
    if (found === undefined) return;
    this.db.exec(`DROP TABLE ${tableName(Number(found['number']))}`);
    this.statements.remove.run(name);
  }

  private addIndex(name: string, table: string, member: string): void {
    const number = this.numberOf(name);
    if (this.statements.addMember.run(number, member).changes === 0) return;
    this.db.exec(`CREATE INDEX ${table}_by_${this.membersOf(number).size} ON ${table} (${memberOf(member)}, key)`);
  }

  private numberOf(name: string): number {
    const found = this.statements.number.get(name);
    if (found === undefined) throw new UnknownCollection(name);
    return Number(found['number']);
  }

  private membersOf(number: number): Set<string> {
    return new Set(this.statements.members.all(number).map((row) => String(row['name'])));
  }
}

const tableName = (number: number): string => `documents_${number}`;
