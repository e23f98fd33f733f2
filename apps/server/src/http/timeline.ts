import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Readable, toldTo } from '#apps/server/src/http/readable';
import { StreamFacts } from '#apps/server/src/http/stream-facts';
import type { Actor, Instant, RecordedEvent, Revision } from '#libs/event-sourcing/event';
import type { Telling } from '#libs/event-sourcing/telling';

/** What happened, in one sentence, with both clocks, who did it and the rules it rests on. */
export interface TimelineEntry {
  readonly revision: Revision;
  readonly type: string;
  readonly sentence: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** Reference of the person; left out, as all that leads to other facts, where the reader is not told. */
  readonly actor?: string;
  readonly role: string;
  readonly organisation: string;
  readonly rules: readonly string[];
  /** Version of the policy that it was decided under. */
  readonly policy?: string;
  readonly eventId?: string;
  readonly causationId?: string;
}

export interface Timeline {
  readonly items: readonly TimelineEntry[];
}

/** All that happened to what a document is about, oldest first. Who sees the document sees its history, as far as they are told of it. */
export class ReadTimeline<D extends object> extends Query<Timeline> {
  constructor(
    readonly from: Readable<D>,
    readonly telling: Telling,
    readonly actor: Actor,
    readonly key: string,
  ) {
    super();
  }
}

@QueryHandler(ReadTimeline)
export class ReadTimelineHandler implements IQueryHandler<ReadTimeline<object>> {
  constructor(private readonly facts: StreamFacts) {}

  async execute({ from, telling, actor, key }: ReadTimeline<object>): Promise<Timeline> {
    const told = toldTo(from, actor, await this.facts.of(from, actor, key));
    return { items: told.map((event) => entryOf(event, telling)) };
  }
}

export function entryOf({ id, revision, type, meta, ...event }: RecordedEvent, telling: Telling): TimelineEntry {
  const { occurredAt, recordedAt, actor, role, organisation, basis, causationId, policy } = meta;
  const rules = basis.split(' ').filter((rule) => rule !== '');
  const trace = Object.fromEntries(Object.entries({ actor, eventId: id, causationId }).filter(([, reference]) => reference !== ''));
  return { revision, type, sentence: telling({ ...event, id, revision, type, meta }), occurredAt, recordedAt, role, organisation, rules, ...(policy !== undefined && { policy }), ...trace };
}
