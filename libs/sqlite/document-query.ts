import type { Find, Scalar } from '#libs/event-sourcing/document-store';
import { type Collection, memberOf } from '#libs/sqlite/document-collections';

export interface Query {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** A member that the collection has not declared: without an index the query would read everything. */
export class UndeclaredMember extends Error {
  constructor(member: string) {
    super(`member ${JSON.stringify(member)} is not declared as an index of the collection`);
    this.name = 'UndeclaredMember';
  }
}

/** @throws UndeclaredMember, RangeError */
export function findQuery(collection: Collection, find: Find): Query {
  if (!Number.isSafeInteger(find.limit) || find.limit < 0) throw new RangeError(`a limit of ${find.limit}`);
  const builder = new ConditionBuilder(collection);
  builder.where(find.where ?? {});
  if (find.range !== undefined) builder.range(find.range);
  if (find.after !== undefined) builder.after(find.after, find.order);
  const direction = find.order?.descending === true ? 'DESC' : 'ASC';
  const order = find.order === undefined ? 'key' : `${builder.member(find.order.member)} ${direction}, key ${direction}`;
  return {
    sql: `SELECT key, position, body FROM ${collection.table} WHERE ${builder.conditions.join(' AND ')} ORDER BY ${order} LIMIT ?`,
    parameters: [...builder.parameters, find.limit],
  };
}

class ConditionBuilder {
  readonly conditions = ['body IS NOT NULL'];
  readonly parameters: (string | number)[] = [];

  constructor(private readonly collection: Collection) {}

  member(name: string): string {
    if (!this.collection.members.has(name)) throw new UndeclaredMember(name);
    return memberOf(name);
  }

  where(where: NonNullable<Find['where']>): void {
    for (const [member, value] of Object.entries(where)) this.add(`${this.member(member)} = ?`, value);
  }

  range({ member, from, to }: NonNullable<Find['range']>): void {
    const sql = this.member(member);
    if (from !== undefined) this.add(`${sql} >= ?`, from);
    if (to !== undefined) this.add(`${sql} <= ?`, to);
  }

  /** A document without the order's member sorts before all others, as a null does. */
  after({ value, key }: NonNullable<Find['after']>, order: Find['order']): void {
    if (order === undefined) {
      this.add('key > ?', key);
      return;
    }
    const sql = this.member(order.member);
    if (value === undefined) {
      this.add(order.descending === true ? `(${sql} IS NULL AND key < ?)` : `(${sql} IS NOT NULL OR key > ?)`, key);
    } else {
      this.add(order.descending === true ? `(${sql} IS NULL OR (${sql}, key) < (?, ?))` : `(${sql}, key) > (?, ?)`, value, key);
    }
  }

  private add(condition: string, ...values: readonly Scalar[]): void {
    this.conditions.push(condition);
    this.parameters.push(...values.map((value) => (typeof value === 'boolean' ? Number(value) : value)));
  }
}
