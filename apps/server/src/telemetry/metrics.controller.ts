import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { CLOCK, EVENTS, JOURNAL, VIEWS } from '#apps/server/src/http/ports';
import { By } from '#apps/server/src/http/read-route';
import { answersProblems } from '#apps/server/src/http/schemas';
import { Metrics } from '#apps/server/src/telemetry/metrics';
import { requireAuditor } from '#libs/access/policy';
import { caseFile } from '#libs/cases/case-file.view';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Actor } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';
import type { View } from '#libs/event-sourcing/view';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import { TIMERS } from '#libs/record/views';
import type { WebhookJournal } from '#libs/webhooks/webhook-journal';
import { webhookLag } from '#libs/webhooks/webhook-lag';

const TEXT = 'text/plain; version=0.0.4; charset=utf-8';

@Controller()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(EVENTS) private readonly events: EventStore,
    @Inject(VIEWS) private readonly views: ViewReader,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(JOURNAL) private readonly journal: WebhookJournal,
  ) {}

  /** 运行指标(Prometheus) */
  @Get('metrics')
  @Header('Content-Type', TEXT)
  @ApiOperation({ operationId: 'ReadMetrics' })
  @ApiOkResponse({ content: { [TEXT]: { schema: { type: 'string' } } } })
  @answersProblems(401, 403, 503)
  read(@By() actor: Actor): Promise<string> {
    requireAuditor(actor);
    return this.metrics.text({
      lag: () => this.views.lag(),
      nextAfter: async (after) => (await this.events.readAll({ after, max: 1 })).events[0],
      dueTimers: () => this.due(TIMERS),
      overdueCases: () => this.due(caseFile),
      webhooks: () => webhookLag({ store: this.events, views: this.views, journal: this.journal, now: this.clock.now() }),
      now: () => Date.parse(this.clock.now()),
    });
  }

  private due(view: View<object>): Promise<number> {
    return this.views.count(view, { range: { member: 'dueAt', from: '', to: this.clock.now() } });
  }
}
