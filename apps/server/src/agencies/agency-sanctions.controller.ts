import { Controller, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListAgencySanctions } from '#apps/server/src/agencies/agency-sanctions.queries';
import { sanctionsFor } from '#apps/server/src/agencies/agency-sanctions.readable';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { ReadDifference, ReadPast } from '#apps/server/src/http/history';
import { AsOf, Between } from '#apps/server/src/http/history.queries';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { CLOCK } from '#apps/server/src/http/ports';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import { pageSchema } from '#apps/server/src/http/schemas';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { tellAgencySanction } from '#libs/agencies/agency-sanction.timeline';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Actor } from '#libs/event-sourcing/event';

@Controller('v1/agency-sanctions')
export class AgencySanctionsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** 机构处理案件列表 */
  @PageRoute('', 'ListAgencySanctions')
  list(@By() actor: Actor, @Query() query: ListAgencySanctions) {
    const { center, stage, agencyId, overdue } = query;
    const where = { center, stage, agencyId };
    const late = { where, range: { member: 'dueAt', from: '0', to: this.clock.now() }, order: { member: 'dueAt' } };
    return this.queries.execute(new FindDocuments(sanctionsFor(actor), actor, query, overdue === true ? late : { where, order: { member: 'stage' } }));
  }

  /** 机构处理案件 */
  @DocumentRoute(':sanctionId', 'GetAgencySanction')
  get(@By() actor: Actor, @Id('sanctionId') sanctionId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(sanctionsFor(actor), actor, sanctionId, query));
  }

  /** 机构处理案件历程 */
  @QueryRoute(':sanctionId/timeline', 'GetAgencySanctionTimeline', pageSchema)
  timeline(@By() actor: Actor, @Id('sanctionId') sanctionId: string) {
    return this.queries.execute(new ReadTimeline(sanctionsFor(actor), tellAgencySanction, actor, sanctionId));
  }

  /** 某一时点的机构处理案件 */
  @QueryRoute(':sanctionId/as-of', 'GetAgencySanctionAsOf')
  asOf(@By() actor: Actor, @Id('sanctionId') sanctionId: string, @Query() asOf: AsOf) {
    return this.queries.execute(new ReadPast(sanctionsFor(actor), actor, sanctionId, asOf));
  }

  /** 两个版本之间的变化 */
  @QueryRoute(':sanctionId/difference', 'GetAgencySanctionDifference')
  difference(@By() actor: Actor, @Id('sanctionId') sanctionId: string, @Query() between: Between) {
    return this.queries.execute(new ReadDifference(sanctionsFor(actor), actor, sanctionId, between));
  }
}
