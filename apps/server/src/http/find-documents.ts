import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { afterCursor, comparePlaces, cursorOf, type Order, placeOf } from '#apps/server/src/http/cursor';
import type { PageQuery } from '#apps/server/src/http/page.queries';
import { VIEWS } from '#apps/server/src/http/ports';
import { maySee, type Readable, type RelationIndex, shownTo } from '#apps/server/src/http/readable';
import { seenBy } from '#libs/access/sight';
import type { Find, Scalar, StoredDocument } from '#libs/event-sourcing/document-store';
import type { Actor, GlobalPosition } from '#libs/event-sourcing/event';
import type { ViewReader } from '#libs/event-sourcing/view-reader';

export interface DocumentPage<D> {
  readonly items: readonly D[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

export interface Filter<D extends object = object> {
  /** Equalities; those that the caller left out are undefined. */
  readonly where?: Readonly<Record<string, Scalar | undefined>>;
  readonly range?: Find['range'];
  readonly order?: Order;
  /** What no index says: looked up in the documents that meet the rest, at most 1,000 for one page. */
  readonly keeps?: ((document: D) => boolean) | undefined;
}

/** A page of the documents of a view that the actor may see. */
export class FindDocuments<D extends object> extends Query<DocumentPage<object>> {
  constructor(
    readonly from: Readable<D>,
    readonly actor: Actor,
    readonly page: PageQuery,
    readonly filter: Filter<D> = {},
  ) {
    super();
  }
}

/** Documents looked at for one page: with more to look at, the page comes short, with a cursor to go on from. */
export const MAX_LOOKED_AT = 1_000;
const SCAN_PAGE = 100;
/** Documents that a relation may open to one person. */
const MAX_RELATED = 1_000;

@QueryHandler(FindDocuments)
export class FindDocumentsHandler implements IQueryHandler<FindDocuments<object>> {
  constructor(@Inject(VIEWS) private readonly views: ViewReader) {}

  async execute(query: FindDocuments<object>): Promise<DocumentPage<object>> {
    const { from, actor, page, filter } = query;
    const { limit = 50 } = page;
    const items: object[] = [];
    let last: StoredDocument | undefined;
    let lookedAt = 0;
    for await (const document of this.candidates(query)) {
      const isKept = document.body !== null && filter.keeps?.(document.body) !== false;
      if (lookedAt === MAX_LOOKED_AT || (isKept && items.length === limit)) return { items, next: nextOf(last, filter.order) };
      if (isKept && document.body !== null) items.push(shownTo(from, actor, document.body));
      last = document;
      lookedAt += 1;
    }
    return { items, next: null };
  }

  /** What the indexes say, in order, from the cursor on. */
  private candidates({ from, actor, page, filter }: FindDocuments<object>): AsyncIterable<StoredDocument> {
    const { limit = 50, cursor, minPosition } = page;
    const { range, order, keeps } = filter;
    const after = cursor === undefined ? undefined : afterCursor(cursor, order);
    const seen = seenBy(actor, from.sight);
    const index = seen === undefined ? from.relation?.index(actor) : undefined;
    const where = within(filter.where ?? {}, seen ?? (index === undefined ? undefined : {}));
    const find = { where: where ?? {}, limit: keeps === undefined ? limit + 1 : SCAN_PAGE, ...present({ range, order, after }) };
    if (where === undefined) return nothing();
    return index === undefined ? this.scan(from, find, minPosition) : this.related(from, actor, find, index, minPosition);
  }

  private async *scan({ view }: Readable<object>, find: Find, minPosition: GlobalPosition | undefined): AsyncGenerator<StoredDocument> {
    for (let after = find.after; ; ) {
      const found = await this.views.find(view, { ...find, ...present({ after }) }, { minPosition });
      yield* found;
      const last = found.at(-1);
      if (last === undefined || found.length < find.limit) return;
      after = placeOf(last, find.order);
    }
  }

  /** One person's documents are few: they are read one by one and put in order here. */
  private async *related(from: Readable<object>, actor: Actor, find: Find, index: RelationIndex, minPosition: GlobalPosition | undefined): AsyncGenerator<StoredDocument> {
    const { after, order, where = {}, range } = find;
    const documents: StoredDocument[] = [];
    for (const { body } of await this.views.find(index.view, { where: index.where, limit: MAX_RELATED }, { minPosition })) {
      const key = (body as Readonly<Record<string, Scalar>>)[index.key] ?? '';
      const found = await this.views.find(from.view, { where: { ...where, [index.key]: key }, limit: 1, ...present({ range }) }, { minPosition });
      documents.push(...found.filter((document) => document.body !== null && maySee(from, actor, document.body)));
    }
    const places = documents.map((document) => ({ document, place: placeOf(document, order) })).sort((one, other) => comparePlaces(one.place, other.place, order));
    yield* places.filter(({ place }) => after === undefined || comparePlaces(place, after, order) > 0).map(({ document }) => document);
  }
}

async function* nothing(): AsyncGenerator<never> {}

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

const nextOf = (last: StoredDocument | undefined, order: Order | undefined): string | null => (last === undefined ? null : cursorOf(order, placeOf(last, order)));
