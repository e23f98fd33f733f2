import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '#apps/server/src/http/actor-guard';
import { VIEWS } from '#apps/server/src/http/ports';
import { answerOf } from '#apps/server/src/http/schemas';
import type { Lag, ViewReader } from '#libs/event-sourcing/view-reader';

export interface Liveness {
  readonly live: true;
}

export interface Readiness {
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
  @ApiOkResponse({ schema: answerOf('Live') })
  live(): Liveness {
    return { live: true };
  }

  @Get('readyz')
  @ApiOperation({ operationId: 'Ready', security: [] })
  @ApiOkResponse({ schema: answerOf('Ready') })
  @ApiServiceUnavailableResponse({ description: '视图尚未跟上记录', schema: answerOf('Ready') })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const views = await this.views.lag();
    this.caughtUp ||= views.every(({ behind }) => behind === 0);
    const ready = this.caughtUp && !views.some(({ rebuilding }) => rebuilding);
    if (!ready) void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { ready, views };
  }
}
