import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListDailyCases } from '#apps/server/src/cases/dailies.queries';
import { dailyFiles } from '#apps/server/src/cases/dailies.readable';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { ReadDifference, ReadPast } from '#apps/server/src/http/history';
import { AsOf, Between } from '#apps/server/src/http/history.queries';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import { pageSchema } from '#apps/server/src/http/schemas';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { tellDaily } from '#libs/cases/daily.timeline';
import type { Actor } from '#libs/event-sourcing/event';

@Controller('v1/daily-cases')
export class DailiesController {
  constructor(private readonly queries: QueryBus) {}

  /** 日常督导列表 */
  @PageRoute('', 'ListDailyCases')
  list(@By() actor: Actor, @Query() query: ListDailyCases) {
    const { area, dispatcher, stage, agencyId, sessionId, timeliness, from = '', to = '9999' } = query;
    const where = { area, dispatcher, stage, agencyId, sessionId, timeliness };
    return this.queries.execute(new FindDocuments(dailyFiles, actor, query, { where, range: { member: 'onSiteFrom', from, to }, order: { member: 'onSiteFrom', descending: true } }));
  }

  /** 日常督导案卷 */
  @DocumentRoute(':caseId', 'GetDailyCase')
  get(@By() actor: Actor, @Id('caseId') caseId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(dailyFiles, actor, caseId, query));
  }

  /** 日常督导历程 */
  @QueryRoute(':caseId/timeline', 'GetDailyCaseTimeline', pageSchema)
  timeline(@By() actor: Actor, @Id('caseId') caseId: string) {
    return this.queries.execute(new ReadTimeline(dailyFiles, tellDaily, actor, caseId));
  }

  /** 某一时点的日常督导案卷 */
  @QueryRoute(':caseId/as-of', 'GetDailyCaseAsOf')
  asOf(@By() actor: Actor, @Id('caseId') caseId: string, @Query() asOf: AsOf) {
    return this.queries.execute(new ReadPast(dailyFiles, actor, caseId, asOf));
  }

  /** 两个版本之间的变化 */
  @QueryRoute(':caseId/difference', 'GetDailyCaseDifference')
  difference(@By() actor: Actor, @Id('caseId') caseId: string, @Query() between: Between) {
    return this.queries.execute(new ReadDifference(dailyFiles, actor, caseId, between));
  }
}
