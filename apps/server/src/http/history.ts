import { Inject, Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Change, differences } from '#apps/server/src/http/differences';
import type { AsOf, Between } from '#apps/server/src/http/history.queries';
import { EVENTS } from '#apps/server/src/http/ports';
import { notFound } from '#apps/server/src/http/read-document';
import { maySee, type Readable } from '#apps/server/src/http/readable';
import type { Actor, Instant, RecordedEvent, Revision } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { Upcasters } from '#libs/event-sourcing/upcasters';

/** A document as it stood after one event of its stream. */
export interface Past<D> {
  readonly revision: Revision;
  readonly recordedAt: Instant;
  readonly occurredAt: Instant;
  readonly document: D;
}

export class ReadPast<D extends object> extends Query<Past<D>> {
  constructor(
    readonly from: Readable<D>,
    readonly actor: Actor,
    readonly key: string,
    readonly asOf: AsOf,
  ) {
    super();
  }
}

export interface Difference {
  readonly from: Revision;
  readonly to: Revision;
  readonly changes: readonly Change[];
}

export class ReadDifference<D extends object> extends Query<Difference> {
  constructor(
    readonly from: Readable<D>,
    readonly actor: Actor,
    readonly key: string,
    readonly between: Between,
  ) {
    super();
  }
}

/** Folds a stream into the document of a view, up to a point. The view must live on that stream alone. */
@Injectable()
export class History {
  constructor(
    @Inject(EVENTS) private readonly events: EventStore,
    private readonly upcasters: Upcasters,
  ) {}

  /** @throws HttpProblem not-found where there was nothing yet, or nothing the actor may see */
  async at(from: Readable<object>, actor: Actor, key: string, asOf: AsOf): Promise<Past<object>> {
    const { view, category } = from;
    let document: object | null = null;
    let last: RecordedEvent | undefined;
    for await (const stored of this.events.readStream(`${category}-${key}`)) {
      if (!isWithin(stored, asOf)) continue;
      last = this.upcasters.upcast(stored);
      document = view.apply(document, last, key);
    }
    if (last === undefined || document === null || !maySee(from, actor, document)) throw notFound();
    return { revision: last.revision, recordedAt: last.meta.recordedAt, occurredAt: last.meta.occurredAt, document };
  }
}

function isWithin({ revision, meta }: RecordedEvent, asOf: AsOf): boolean {
  if (asOf.revision !== undefined && revision > asOf.revision) return false;
  if (asOf.at === undefined) return true;
  return (asOf.clock === 'occurred' ? meta.occurredAt : meta.recordedAt) <= asOf.at;
}

@QueryHandler(ReadPast)
export class ReadPastHandler implements IQueryHandler<ReadPast<object>> {
  constructor(private readonly history: History) {}

  execute({ from, actor, key, asOf }: ReadPast<object>): Promise<Past<object>> {
    return this.history.at(from, actor, key, asOf);
  }
}

@QueryHandler(ReadDifference)
export class ReadDifferenceHandler implements IQueryHandler<ReadDifference<object>> {
  constructor(private readonly history: History) {}

  async execute({ from, actor, key, between }: ReadDifference<object>): Promise<Difference> {
    const before = await this.history.at(from, actor, key, { revision: between.from });
    const after = await this.history.at(from, actor, key, { revision: between.to });
    return { from: before.revision, to: after.revision, changes: differences(before.document, after.document) };
  }
}
