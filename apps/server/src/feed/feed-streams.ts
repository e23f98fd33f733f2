import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { EventStream } from '#apps/server/src/feed/event-stream';
import { FEED_LIMITS } from '#apps/server/src/http/ports';
import { HttpProblem, problem } from '#apps/server/src/http/problem';

const FULL = new HttpProblem(problem('unavailable', { detail: '跟随事件的连接已满,请稍后再试,或者改用拉取。' }), { 'retry-after': '10' });

export interface FeedLimits {
  /** Greatest number that follow at once. */
  readonly readers: number;
  /** Milliseconds between heartbeats. */
  readonly heartbeat: number;
}

/** All who follow the feed over SSE: a server that stops lets go of them, and they go on at another. */
@Injectable()
export class FeedStreams implements OnModuleDestroy {
  private readonly open = new Set<EventStream>();
  private stopped = false;

  constructor(@Inject(FEED_LIMITS) private readonly limits: FeedLimits) {}

  /** Resolves when the reader is gone. @throws HttpProblem where there are as many as may be */
  async serve(reply: FastifyReply, follow: (signal: AbortSignal) => AsyncIterable<readonly Buffer[]>): Promise<void> {
    if (this.open.size >= this.limits.readers) throw FULL;
    const headers = { ...reply.getHeaders(), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
    reply.hijack();
    reply.raw.writeHead(200, headers as Record<string, string>);
    if (reply.request.method === 'HEAD') return void reply.raw.end();
    const stream = new EventStream(reply.raw, this.limits.heartbeat);
    this.open.add(stream);
    try {
      if (this.stopped) return;
      for await (const frames of follow(stream.signal)) await stream.send(frames);
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
