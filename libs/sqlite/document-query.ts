import { assertFind, assertMembersDeclared } from '#libs/event-sourcing/document-request';
import type { Count, Find, Scalar } from '#libs/event-sourcing/document-store';
import { type Collection, memberOf } from '#libs/sqlite/document-collections';

export interface Query {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** @throws UndeclaredMember, RangeError */
export function findQuery(collection: Collection, find: Find): Query {
  assertFind(find, collection.members);
  const builder = new ConditionBuilder();
  builder.where(find.where ?? {});
  if (find.range !== undefined) builder.range(find.range);
  if (find.after !== undefined) builder.after(find.after, find.order);
  const direction = find.order?.descending === true ? 'DESC' : 'ASC';
  const order = find.order === undefined ? 'key' : `${memberOf(find.order.member)} ${direction}, key ${direction}`;
  return {
    sql: `SELECT key, position, body FROM ${collection.table} WHERE ${builder.conditions.join(' AND ')} ORDER BY ${order} LIMIT ?`,
    parameters: [...builder.parameters, find.limit],
  };
}

/** @throws UndeclaredMember */
export function countQuery(collection: Collection, { where = {}, range }: Count): Query {
  assertMembersDeclared({ where, range }, collection.members);
  const builder = new ConditionBuilder();
  builder.where(where);
  if (range !== undefined) builder.range(range);
  return { sql: `SELECT count(*) AS count FROM ${collection.table} WHERE ${builder.conditions.join(' AND ')}`, parameters: builder.parameters };
}

class ConditionBuilder {
  readonly conditions = ['body IS NOT NULL'];
  readonly parameters: (string | number)[] = [];

  where(where: NonNullable<Find['where']>): void {
    for (const [member, value] of Object.entries(where)) this.add(`${memberOf(member)} = ?`, value);
  }

  range({ member, from, to }: NonNullable<Find['range']>): void {
    const sql = memberOf(member);
    if (from !== undefined) this.add(`${sql} >= ?`, from);
    if (to !== undefined) this.add(`${sql} <= ?`, to);
  }

  /** A document without the order's member sorts before all others, as a null does. */
  after({ value, key }: NonNullable<Find['after']>, order: Find['order']): void {
    if (order === undefined) {
      this.add('key > ?', key);
      return;
    }
    const sql = memberOf(order.member);
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
