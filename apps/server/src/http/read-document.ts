import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ViewQuery } from '#apps/server/src/http/page.queries';
import { EVENTS, VIEWS } from '#apps/server/src/http/ports';
import { HttpProblem, problem } from '#apps/server/src/http/problem';
import { maySee, type Readable, shownTo } from '#apps/server/src/http/readable';
import type { Actor, GlobalPosition, RecordedEvent, Revision } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';
import type { ViewReader } from '#libs/event-sourcing/view-reader';

/** A document with the revision of its stream that it surely contains. */
export interface Versioned<D> {
  /** Left out where the number of the stream's events is not for the reader. */
  readonly version?: { readonly stream: string; readonly revision: Revision };
  readonly document: D;
}

/** One document of a view. What the actor may not see is not there. */
export class ReadDocument<D extends object> extends Query<Versioned<D>> {
  constructor(
    readonly from: Readable<D>,
    readonly actor: Actor,
    readonly key: string,
    readonly query: ViewQuery = {},
  ) {
    super();
  }
}

export const notFound = (): HttpProblem => new HttpProblem(problem('not-found'));

@QueryHandler(ReadDocument)
export class ReadDocumentHandler implements IQueryHandler<ReadDocument<object>> {
  constructor(
    @Inject(EVENTS) private readonly events: EventStore,
    @Inject(VIEWS) private readonly views: ViewReader,
  ) {}

  /** The stream is read before the view, so the ETag never promises more than the document shows. */
  async execute({ from, actor, key, query }: ReadDocument<object>): Promise<Versioned<object>> {
    const stream = `${from.category}-${key}`;
    const last = await lastEvent(this.events, stream);
    if (last === undefined) throw notFound();
    const found = await this.views.get(from.view, key, { minPosition: later(last.position, query.minPosition) });
    if (!found?.body || !maySee(from, actor, found.body)) throw notFound();
    const version = from.release?.numbersItself === true ? {} : { version: { stream, revision: last.revision } };
    return { ...version, document: shownTo(from, actor, found.body) };
  }
}

export async function lastEvent(events: EventStore, stream: string): Promise<RecordedEvent | undefined> {
  for await (const event of events.readStream(stream, { backwards: true, max: 1 })) return event;
  return undefined;
}

const later = (one: GlobalPosition, other: GlobalPosition | undefined): GlobalPosition => (other !== undefined && other > one ? other : one);
