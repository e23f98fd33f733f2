import { Controller, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListCases } from '#apps/server/src/cases/cases.queries';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { ReadDifference, ReadPast } from '#apps/server/src/http/history';
import { AsOf, Between } from '#apps/server/src/http/history.queries';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { CLOCK } from '#apps/server/src/http/ports';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { pageSchema } from '#apps/server/src/http/schemas';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { type CaseFile, caseFile } from '#libs/cases/case-file.view';
import { tellCase } from '#libs/cases/case.timeline';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Actor } from '#libs/event-sourcing/event';

/** Members who are at work on the case; who stepped back or was replaced sees it no more. */
const isAtWork = ({ person, role }: Actor, { members }: CaseFile): boolean =>
  role === 'EXT_SUPERVISOR' && members.some(({ personId, status }) => personId === person && ['SEATED', 'ACCEPTED'].includes(status));

const files: Readable<CaseFile> = { view: caseFile, sight: { area: 'area' }, alsoSeenBy: isAtWork, category: 'case' };

@Controller('v1/cases')
export class CasesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** 案件列表 */
  @PageRoute('', 'ListCases')
  list(@By() actor: Actor, @Query() query: ListCases) {
    const { area, dispatcher, state, agencyId, overdue } = query;
    const where = { area, dispatcher, state, agencyId };
    const late = { where, range: { member: 'dueAt', from: '0', to: this.clock.now() }, order: { member: 'dueAt' } };
    return this.queries.execute(new FindDocuments(files, actor, query, overdue === true ? late : { where, order: { member: 'openedOn', descending: true } }));
  }

  /** 案卷 */
  @DocumentRoute(':caseId', 'GetCase')
  get(@By() actor: Actor, @Id('caseId') caseId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(files, actor, caseId, query));
  }

  /** 案件历程 */
  @QueryRoute(':caseId/timeline', 'GetCaseTimeline', pageSchema)
  timeline(@By() actor: Actor, @Id('caseId') caseId: string) {
    return this.queries.execute(new ReadTimeline(files, tellCase, actor, caseId));
  }

  /** 某一时点的案卷 */
  @QueryRoute(':caseId/as-of', 'GetCaseAsOf')
  asOf(@By() actor: Actor, @Id('caseId') caseId: string, @Query() asOf: AsOf) {
    return this.queries.execute(new ReadPast(files, actor, caseId, asOf));
  }

  /** 两个版本之间的变化 */
  @QueryRoute(':caseId/difference', 'GetCaseDifference')
  difference(@By() actor: Actor, @Id('caseId') caseId: string, @Query() between: Between) {
    return this.queries.execute(new ReadDifference(files, actor, caseId, between));
  }
}
