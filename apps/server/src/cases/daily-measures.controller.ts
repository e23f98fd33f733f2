import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListDailyMeasures } from '#apps/server/src/cases/dailies.queries';
import { dailyMeasureFiles } from '#apps/server/src/cases/dailies.readable';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute } from '#apps/server/src/http/read-route';
import type { Actor } from '#libs/event-sourcing/event';

@Controller('v1/daily-measures')
export class DailyMeasuresController {
  constructor(private readonly queries: QueryBus) {}

  /** 日常督导措施列表 */
  @PageRoute('', 'ListDailyMeasures')
  list(@By() actor: Actor, @Query() query: ListDailyMeasures) {
    const { agencyId } = query;
    return this.queries.execute(new FindDocuments(dailyMeasureFiles, actor, query, { where: { agencyId, isTold: true }, order: { member: 'lastEventAt', descending: true } }));
  }

  /** 一次日常督导的措施 */
  @DocumentRoute(':caseId', 'GetDailyMeasures')
  get(@By() actor: Actor, @Id('caseId') caseId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(dailyMeasureFiles, actor, caseId, query));
  }
}
