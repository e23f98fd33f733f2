import { Controller, Header, Headers, Inject, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PullEvents, StreamEvents } from '#apps/server/src/feed/feed.queries';
import { SharedFeed } from '#apps/server/src/feed/shared-feed';
import { FeedStreams } from '#apps/server/src/feed/feed-streams';
import { actorNow } from '#apps/server/src/http/actor-guard';
import { EVENTS } from '#apps/server/src/http/ports';
import { invalidInput } from '#apps/server/src/http/problem';
import { By, QueryRoute } from '#apps/server/src/http/read-route';
import { receiverOf, requireFollower } from '#libs/access/feed-rights';
import type { Actor, GlobalPosition } from '#libs/event-sourcing/event';
import type { UpcastingStore } from '#libs/event-sourcing/upcasting';
import type { CloudEvent } from '#libs/record/cloud-event';
import { type FeedReader, pullEvents } from '#libs/record/released-events';

/** What leaves of the log, as CloudEvents, for the programs that follow it: at least once, in the order of the log. */
@Controller('v1/events')
export class FeedController {
  private readonly shared: SharedFeed;

  constructor(
    @Inject(EVENTS) private readonly events: UpcastingStore,
    private readonly streams: FeedStreams,
  ) {
    this.shared = new SharedFeed(events);
  }

  /** 拉取某一位置之后的事件;Link 为下一页,位置不再前移即已到末尾 */
  @QueryRoute('', 'PullEvents')
  @Header('Content-Type', 'application/cloudevents-batch+json; charset=utf-8')
  @ApiProduces('application/cloudevents-batch+json')
  async pull(@By() actor: Actor, @Query() { after, types = [], limit = 100 }: PullEvents, @Res({ passthrough: true }) reply: FastifyReply): Promise<readonly CloudEvent[]> {
    requireFollower(actor);
    const { events, next } = await pullEvents(this.events, { receiver: receiverOf(actor), types }, after, limit);
    const parameters = new URLSearchParams({ ...(next !== undefined && { after: next }), ...(types.length > 0 && { types: types.join(',') }), limit: String(limit) });
    void reply.header('link', `</v1/events?${parameters.toString()}>; rel="next"`);
    return events;
  }

  /** 跟随某一位置之后的事件;断开后以 Last-Event-ID 或 after 续接 */
  @QueryRoute('stream', 'StreamEvents', { type: 'string' })
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: '最后收到的位置,先于 after' })
  async stream(@By() actor: Actor, @Query() { after, types = [] }: StreamEvents, @Headers('last-event-id') last: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    requireFollower(actor);
    const from = positionIn(last) ?? after;
    const readerNow = async (): Promise<FeedReader | undefined> => {
      const now = await actorNow(reply.request);
      return now && { receiver: receiverOf(now), types };
    };
    await this.streams.serve(reply, (signal) => this.shared.follow(readerNow, from, signal));
  }
}

/** A client that never received an event sends the header empty or not at all. */
function positionIn(header: string | undefined): GlobalPosition | undefined {
  if (header === undefined || header === '') return undefined;
  if (!/^\d{20}$/.test(header)) throw invalidInput([{ header: 'Last-Event-ID', check: 'matches', detail: '应当是最后收到的事件的 position' }]);
  return header;
}
