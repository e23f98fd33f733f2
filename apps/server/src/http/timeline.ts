import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { EVENTS, VIEWS } from '#apps/server/src/http/ports';
import { notFound } from '#apps/server/src/http/read-document';
import { maySee, type Readable } from '#apps/server/src/http/readable';
import type { Actor, Instant, RecordedEvent, Revision } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { Upcasters } from '#libs/event-sourcing/upcasters';
import type { Telling } from '#libs/event-sourcing/telling';
import type { ViewReader } from '#libs/event-sourcing/view-reader';

/** What happened, in one sentence, with both clocks, who did it and the rules it rests on. */
export interface TimelineEntry {
  readonly revision: Revision;
  readonly type: string;
  readonly sentence: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly role: string;
  readonly organisation: string;
  readonly rules: readonly string[];
  readonly eventId: string;
  readonly causationId: string;
}

/** All that happened to what a document is about, oldest first. Who sees the document sees its history. */
export class ReadTimeline<D extends object> extends Query<{ readonly items: readonly TimelineEntry[] }> {
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
  constructor(
    @Inject(EVENTS) private readonly events: EventStore,
    @Inject(VIEWS) private readonly views: ViewReader,
    private readonly upcasters: Upcasters,
  ) {}

  async execute({ from, telling, actor, key }: ReadTimeline<object>): Promise<{ readonly items: readonly TimelineEntry[] }> {
    const items: TimelineEntry[] = [];
    let position: string | undefined;
    for await (const stored of this.events.readStream(`${from.category}-${key}`)) {
      const event = this.upcasters.upcast(stored);
      items.push(entryOf(event, telling));
      position = event.position;
    }
    const found = position === undefined ? undefined : await this.views.get(from.view, key, { minPosition: position });
    if (!found?.body || !maySee(from, actor, found.body)) throw notFound();
    return { items };
  }
}

const entryOf = (event: RecordedEvent, telling: Telling): TimelineEntry => ({
  revision: event.revision,
  type: event.type,
  sentence: telling(event),
  occurredAt: event.meta.occurredAt,
  recordedAt: event.meta.recordedAt,
  actor: event.meta.actor,
  role: event.meta.role,
  organisation: event.meta.organisation,
  rules: event.meta.basis.split(' ').filter((id) => id !== ''),
  eventId: event.id,
  causationId: event.meta.causationId,
});
