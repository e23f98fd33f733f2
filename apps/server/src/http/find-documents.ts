import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { afterCursor, comparePlaces, cursorOf, type Order, placeOf } from '#apps/server/src/http/cursor';
import { findAll } from '#apps/server/src/http/find-all';
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
      const kept = keptBy(filter, document);
      if (lookedAt === MAX_LOOKED_AT || (kept !== null && items.length === limit)) return { items, next: nextOf(last, filter.order) };
      if (kept !== null) items.push(shownTo(from, actor, kept));
      last = document;
      lookedAt += 1;
    }
    return { items, next: null };
  }

  /** What the indexes say, in order, from the cursor on. */
  private candidates({ from, actor, page, filter }: FindDocuments<object>): AsyncIterable<StoredDocument> {
    const { minPosition } = page;
    const find = findOf(page, filter);
    const seen = seenBy(actor, from.sight);
    if (seen !== undefined) {
      const where = within(find.where, seen);
      return where === undefined ? nothing() : findAll(this.views, from.view, { ...find, where }, minPosition);
    }
    const index = from.relation?.index(actor);
    return index === undefined ? nothing() : this.related(from, actor, find, index, minPosition);
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

type Where = Readonly<Record<string, Scalar>>;

/** What the caller asked. */
function findOf({ limit = 50, cursor }: PageQuery, { where = {}, range, order, keeps }: Filter): Find & { readonly where: Where } {
  const after = cursor === undefined ? undefined : afterCursor(cursor, order);
  return { where: present(where) as Where, limit: keeps === undefined ? limit + 1 : SCAN_PAGE, ...present({ range, order, after }) };
}

/** Both what the caller asked and what the actor may see; undefined where nothing can meet both. */
const within = (asked: Where, seen: Readonly<Record<string, string>>): Where | undefined =>
  Object.entries(asked).every(([member, value]) => !(member in seen) || seen[member] === value) ? { ...seen, ...asked } : undefined;

const keptBy = ({ keeps }: Filter, { body }: StoredDocument): object | null => (body === null || keeps?.(body) === false ? null : body);

const nextOf = (last: StoredDocument | undefined, order: Order | undefined): string | null => (last === undefined ? null : cursorOf(order, placeOf(last, order)));
