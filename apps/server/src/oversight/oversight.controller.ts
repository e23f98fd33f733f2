import { Controller, Query, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { PageHeaders } from '#apps/server/src/http/read-headers';
import { By, QueryRoute } from '#apps/server/src/http/read-route';
import { AskContributions } from '#apps/server/src/oversight/contributions';
import { dimensionsOf, overseenArea } from '#apps/server/src/oversight/ledger-answers';
import { AskDifference, AskNumbers } from '#apps/server/src/oversight/numbers';
import { CompareNumbers, ListContributions, ReadNumbers } from '#apps/server/src/oversight/oversight.queries';
import { contributionsSchema, differenceSchema, metricsSchema, numbersSchema } from '#apps/server/src/oversight/oversight.schemas';
import type { Actor } from '#libs/event-sourcing/event';
import { DIMENSIONS, type DimensionName } from '#libs/oversight/ledger.dimensions';
import { type ListedMetric, METRICS } from '#libs/oversight/ledger.metrics';
import { RATES } from '#libs/oversight/ledger.rates';

const listedDimension = (name: DimensionName) => {
  const { label, codes, names } = DIMENSIONS[name];
  return { name, label, codes: codes.map((code) => ({ code, name: (names as Readonly<Record<string, string>>)[code] })) };
};

const listed = (metric: ListedMetric) => {
  const { name, label, unit, definition } = metric;
  return { name, label, unit, definition, kind: metric.stands === undefined ? 'FLOW' : 'LEVEL', dimensions: dimensionsOf(metric).map(listedDimension) };
};

@Controller('v1/oversight')
export class OversightController {
  constructor(private readonly queries: QueryBus) {}

  /** 统计指标与口径 */
  @QueryRoute('metrics', 'ListMetrics', metricsSchema)
  metrics(@By() actor: Actor) {
    overseenArea(actor);
    return { metrics: METRICS.map(listed), rates: RATES };
  }

  /** 统计数 */
  @QueryRoute('numbers', 'ReadNumbers', numbersSchema)
  async numbers(@By() actor: Actor, @Query() asked: ReadNumbers, @Res({ passthrough: true }) reply: FastifyReply) {
    const numbers = await this.queries.execute(new AskNumbers(actor, asked));
    void reply.header('etag', `"ledger@${numbers.position ?? ''}@${numbers.occurredUpTo}"`);
    return numbers;
  }

  /** 统计数背后的事件 */
  @QueryRoute('events', 'ListContributions', contributionsSchema)
  @UseInterceptors(PageHeaders)
  events(@By() actor: Actor, @Query() asked: ListContributions) {
    return this.queries.execute(new AskContributions(actor, asked));
  }

  /** 两日统计数的变化 */
  @QueryRoute('difference', 'CompareNumbers', differenceSchema)
  difference(@By() actor: Actor, @Query() asked: CompareNumbers) {
    return this.queries.execute(new AskDifference(actor, asked));
  }
}
