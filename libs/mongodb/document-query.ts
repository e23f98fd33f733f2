import type { Filter, Sort } from 'mongodb';
import type { Count, Find } from '#libs/event-sourcing/document-store';
import { type MongoDocument, pathOf } from '#libs/mongodb/document-collections';

type Condition = Filter<MongoDocument>;

export interface Query {
  readonly filter: Condition;
  readonly sort: Sort;
}

/** Values are compared by named operators only, so that an object in a value's place is a value and no operator. */
export function findQuery({ where, range, order, after }: Find): Query {
  const conditions = conditionsOf({ where, range });
  if (after !== undefined) conditions.push(behind(after, order));
  const direction = order?.descending === true ? -1 : 1;
  return { filter: { $and: conditions }, sort: order === undefined ? { _id: 1 } : { [pathOf(order.member)]: direction, _id: direction } };
}

/** Of documents that are there. */
export const conditionOf = (count: Wanted): Condition => ({ $and: conditionsOf(count) });

type Wanted = { readonly [P in keyof Count]: Count[P] | undefined };

function conditionsOf({ where = {}, range }: Wanted): Condition[] {
  const conditions: Condition[] = [{ body: { $ne: null } }];
  for (const [member, value] of Object.entries(where)) conditions.push({ [pathOf(member)]: { $eq: value } });
  if (range?.from !== undefined) conditions.push({ [pathOf(range.member)]: { $gte: range.from } });
  if (range?.to !== undefined) conditions.push({ [pathOf(range.member)]: { $lte: range.to } });
  return conditions;
}

/** A document without the order's member sorts before all others, as a null does. */
function behind({ value, key }: NonNullable<Find['after']>, order: Find['order']): Condition {
  if (order === undefined) return { _id: { $gt: key } };
  const path = pathOf(order.member);
  const further = order.descending === true ? '$lt' : '$gt';
  const absent: Condition = { [path]: { $eq: null } };
  const tied: Condition = { [path]: { $eq: value ?? null }, _id: { [further]: key } };
  if (value === undefined) return order.descending === true ? tied : { $or: [{ [path]: { $ne: null } }, tied] };
  const beyond: Condition = { [path]: { [further]: value } };
  return { $or: order.descending === true ? [beyond, tied, absent] : [beyond, tied] };
}
