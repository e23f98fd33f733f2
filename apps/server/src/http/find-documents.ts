import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { afterCursor, cursorOf, type Order } from '#apps/server/src/http/cursor';
import type { PageQuery } from '#apps/server/src/http/page.queries';
import { VIEWS } from '#apps/server/src/http/ports';
import type { Readable } from '#apps/server/src/http/readable';
import { seenBy } from '#libs/access/sight';
import type { Find, Scalar, StoredDocument } from '#libs/event-sourcing/document-store';
import type { Actor } from '#libs/event-sourcing/event';
import type { ViewReader } from '#libs/event-sourcing/view-reader';

export interface DocumentPage<D> {
  readonly items: readonly D[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

export interface Filter {
  /** Equalities; those that the caller left out are undefined. */
  readonly where?: Readonly<Record<string, Scalar | undefined>>;
  readonly range?: Find['range'];
  readonly order?: Order;
}

/** A page of the documents of a view that the actor may see. */
export class FindDocuments<D extends object> extends Query<DocumentPage<D>> {
  constructor(
    readonly from: Readable<D>,
    readonly actor: Actor,
    readonly page: PageQuery,
    readonly filter: Filter = {},
  ) {
    super();
  }
}

@QueryHandler(FindDocuments)
export class FindDocumentsHandler implements IQueryHandler<FindDocuments<object>> {
  constructor(@Inject(VIEWS) private readonly views: ViewReader) {}

  async execute({ from, actor, page, filter }: FindDocuments<object>): Promise<DocumentPage<object>> {
    const { limit = 50, cursor, minPosition } = page;
    const { range, order } = filter;
    const after = cursor === undefined ? undefined : afterCursor(cursor, order);
    const where = within(filter.where ?? {}, seenBy(actor, from.sight));
    if (where === undefined) return { items: [], next: null };
    const query: Find = { where, limit: limit + 1, ...present({ range, order, after }) };
    const found = await this.views.find(from.view, query, { minPosition });
    const shown = found.slice(0, limit);
    return { items: shown.map(({ body }) => body ?? {}), next: found.length > limit ? nextOf(shown.at(-1), order) : null };
  }
}

type Present<T> = { readonly [K in keyof T]?: NonNullable<T[K]> };

/** Members that have a value: an optional member may not be undefined. */
const present = <T extends object>(members: T): Present<T> => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present<T>;

/** Both what the caller asked and what the actor may see; undefined where nothing can meet both. */
function within(asked: NonNullable<Filter['where']>, seen: Readonly<Record<string, string>> | undefined): Record<string, Scalar> | undefined {
  if (seen === undefined) return undefined;
  const where: Record<string, Scalar> = { ...seen };
  for (const [member, value] of Object.entries(asked)) {
    if (value === undefined) continue;
    if (member in seen && seen[member] !== value) return undefined;
    where[member] = value;
  }
  return where;
}

function nextOf(last: StoredDocument | undefined, order: Order | undefined): string | null {
  if (last === undefined) return null;
  if (order === undefined) return cursorOf(undefined, { key: last.key });
  const value = (last.body as Readonly<Record<string, Scalar>>)[order.member];
  return cursorOf(order, value === undefined ? { key: last.key } : { value, key: last.key });
}

/** Bounds of the texts that start with `start`, for `range`. */
export const startingWith = (member: string, start: string | undefined): Find['range'] =>
  start === undefined ? undefined : { member, from: start, to: `${start}\u{10FFFF}` };
