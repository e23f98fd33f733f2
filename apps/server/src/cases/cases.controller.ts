import { Controller, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { caseFilter } from '#apps/server/src/cases/case-filter';
import { ListCases } from '#apps/server/src/cases/cases.queries';
import { casesFor } from '#apps/server/src/cases/cases.readable';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { ReadDifference, ReadPast } from '#apps/server/src/http/history';
import { AsOf, Between } from '#apps/server/src/http/history.queries';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { CLOCK } from '#apps/server/src/http/ports';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { tellCase } from '#libs/cases/case.timeline';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Actor } from '#libs/event-sourcing/event';

@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** 案件列表: who sees which cases, and how much of them, follows from who asks */
  @PageRoute('', 'ListCases')
  list(@By() actor: Actor, @Query() query: ListCases) {
    return this.queries.execute(new FindDocuments(casesFor(actor), actor, query, caseFilter(query, actor, this.clock.now())));
  }

  /** 案卷 */
  @DocumentRoute(':caseId', 'GetCase')
  get(@By() actor: Actor, @Id('caseId') caseId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(casesFor(actor), actor, caseId, query));
  }

  /** 案件历程 */
  @QueryRoute(':caseId/timeline', 'GetCaseTimeline')
  timeline(@By() actor: Actor, @Id('caseId') caseId: string) {
    return this.queries.execute(new ReadTimeline(casesFor(actor), tellCase, actor, caseId));
  }

  /** 某一时点的案卷 */
  @QueryRoute(':caseId/as-of', 'GetCaseAsOf')
  asOf(@By() actor: Actor, @Id('caseId') caseId: string, @Query() asOf: AsOf) {
    return this.queries.execute(new ReadPast(casesFor(actor), actor, caseId, asOf));
  }

  /** 两个版本之间的变化 */
  @QueryRoute(':caseId/difference', 'GetCaseDifference')
  difference(@By() actor: Actor, @Id('caseId') caseId: string, @Query() between: Between) {
    return this.queries.execute(new ReadDifference(casesFor(actor), actor, caseId, between));
  }
}
