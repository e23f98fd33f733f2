import { Controller, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReadEvents } from '#apps/server/src/http/events.queries';
import { EVENTS } from '#apps/server/src/http/ports';
import { notFound } from '#apps/server/src/http/read-document';
import { By, QueryRoute, StreamName } from '#apps/server/src/http/read-route';
import { requireAuditor } from '#libs/access/policy';
import type { Actor, RecordedEvent, Revision } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';

export interface EventPage {
  readonly items: readonly RecordedEvent[];
  /** First revision of the next page; null on the last. */
  readonly next: Revision | null;
}

/** The log itself, with the texts that were hashed, for those who check it. */
@Controller('v1/events')
export class EventsController {
  constructor(@Inject(EVENTS) private readonly events: EventStore) {}

  /** 事件原文,连同散列 */
  @QueryRoute(':stream', 'ReadEvents')
  async read(@By() actor: Actor, @StreamName('stream') stream: string, @Query() { from = 0, limit = 100 }: ReadEvents, @Res({ passthrough: true }) reply: FastifyReply): Promise<EventPage> {
    requireAuditor(actor);
    const found: RecordedEvent[] = [];
    for await (const event of this.events.readStream(stream, { from, max: limit + 1 })) found.push(event);
    if (found.length === 0 && from === 0) throw notFound();
    const next = found.length > limit ? from + limit : null;
    if (next !== null) void reply.header('link', `</v1/events/${stream}?from=${next}&limit=${limit}>; rel="next"`);
    return { items: found.slice(0, limit), next };
  }
}
