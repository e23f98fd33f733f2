import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '#apps/server/src/http/actor-guard';
import { VIEWS } from '#apps/server/src/http/ports';
import type { Lag, ViewReader } from '#libs/event-sourcing/view-reader';

interface Readiness {
  readonly ready: boolean;
  readonly views: readonly Lag[];
}

@Open()
@Controller()
export class HealthController {
  /** Views that have once caught up with the log keep the server ready: under load some lag is normal, a rebuild is not. */
  private caughtUp = false;

  constructor(@Inject(VIEWS) private readonly views: ViewReader) {}

  @Get('livez')
  @ApiOperation({ operationId: 'Live', security: [] })
  live(): { readonly live: true } {
    return { live: true };
  }

  @Get('readyz')
  @ApiOperation({ operationId: 'Ready', security: [] })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const views = await this.views.lag();
    this.caughtUp ||= views.every(({ behind }) => behind === 0);
    const ready = this.caughtUp && !views.some(({ rebuilding }) => rebuilding);
    if (!ready) void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { ready, views };
  }
}
