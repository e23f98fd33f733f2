import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EventStream } from '#apps/server/src/feed/event-stream';
import type { CloudEvent } from '#libs/record/cloud-event';

/** All who follow the feed over SSE: a server that stops lets go of them, and they go on at another. */
@Injectable()
export class FeedStreams implements OnModuleDestroy {
  private readonly open = new Set<EventStream>();
  private stopped = false;

  /** Resolves when the reader is gone. */
  async serve(reply: FastifyReply, follow: (signal: AbortSignal) => AsyncIterable<readonly CloudEvent[]>): Promise<void> {
    const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
    reply.hijack();
    reply.raw.writeHead(200, headers as Record<string, string>);
    if (reply.request.method === 'HEAD') return void reply.raw.end();
    const stream = new EventStream(reply.raw);
    this.open.add(stream);
    try {
      if (this.stopped) return;
      for await (const events of follow(stream.signal)) await stream.send(events);
    } finally {
      this.open.delete(stream);
      stream.drop();
    }
  }

  onModuleDestroy(): void {
    this.stopped = true;
    for (const stream of this.open) stream.drop();
  }
}
