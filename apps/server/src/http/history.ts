import { Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Change, differences } from '#apps/server/src/http/differences';
import type { AsOf, Between } from '#apps/server/src/http/history.queries';
import { notFound } from '#apps/server/src/http/read-document';
import { documentOf, type Readable, shownTo, toldTo } from '#apps/server/src/http/readable';
import { StreamFacts } from '#apps/server/src/http/stream-facts';
import type { Actor, Instant, RecordedEvent, Revision } from '#libs/event-sourcing/event';

/** A document as it stood after one fact that the reader has been told of. */
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
  constructor(private readonly facts: StreamFacts) {}

  /** @throws HttpProblem not-found where there was nothing yet, or nothing the actor may see */
  async at(from: Readable<object>, actor: Actor, key: string, asOf: AsOf): Promise<Past<object>> {
    const known = (await this.facts.of(from, actor, key)).filter((event) => isWithin(event, asOf));
    const told = toldTo(from, actor, known).filter(({ revision }) => asOf.revision === undefined || revision <= asOf.revision);
    const last = told.at(-1);
    const document = documentOf(from, told, key);
    if (last === undefined || document === null) throw notFound();
    return { revision: last.revision, recordedAt: last.meta.recordedAt, occurredAt: last.meta.occurredAt, document: shownTo(from, actor, document) };
  }
}

const isWithin = ({ meta }: RecordedEvent, { at, clock }: AsOf): boolean =>
  at === undefined || (clock === 'occurred' ? meta.occurredAt : meta.recordedAt) <= at;

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
