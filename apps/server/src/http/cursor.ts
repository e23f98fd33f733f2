import { type HttpProblem, invalidInput } from '#apps/server/src/http/problem';
import type { Find, Scalar, StoredDocument } from '#libs/event-sourcing/document-store';

export type Order = NonNullable<Find['order']>;
export type After = NonNullable<Find['after']>;

/** Where a document stands in an order. */
export function placeOf({ key, body }: StoredDocument, order: Order | undefined): After {
  const value = order === undefined ? undefined : (body as Readonly<Record<string, Scalar>>)[order.member];
  return value === undefined ? { key } : { value, key };
}

/** The order of the store, in memory: what lacks the member comes first, the key breaks ties. */
export function comparePlaces(one: After, other: After, order: Order | undefined): number {
  const ascending = compare(one.value, other.value) || compare(one.key, other.key);
  return order?.descending === true ? -ascending : ascending;
}

function compare(one: Scalar | undefined, other: Scalar | undefined): number {
  if (one === other) return 0;
  return one === undefined || (other !== undefined && one < other) ? -1 : 1;
}

/** The last document of a page, with the order it was found by, as text that a caller hands back unread. */
export const cursorOf = (order: Order | undefined, after: After): string =>
  Buffer.from(JSON.stringify([nameOf(order), after.value ?? null, after.key])).toString('base64url');

/** @throws HttpProblem invalid-input for a cursor that is damaged or belongs to another order */
export function afterCursor(cursor: string, order: Order | undefined): After {
  const parts = parsed(cursor);
  if (parts?.[0] !== nameOf(order)) throw badCursor();
  const [, value, key] = parts;
  return value === null ? { key } : { value, key };
}

export const badCursor = (): HttpProblem => invalidInput([{ parameter: 'cursor', check: 'isCursor', detail: '翻页标记无效,请从第一页重新查询' }]);

type Parts = readonly [order: string, value: Scalar | null, key: string];

const nameOf = (order: Order | undefined): string => (order === undefined ? '' : `${order.descending === true ? '-' : ''}${order.member}`);

function parsed(cursor: string): Parts | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return isParts(parts) ? parts : undefined;
  } catch {
    return undefined;
  }
}

function isParts(parts: unknown): parts is Parts {
  if (!Array.isArray(parts) || parts.length !== 3) return false;
  const [order, value, key] = parts as unknown[];
  const isScalar = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  return typeof order === 'string' && isScalar && typeof key === 'string';
}
