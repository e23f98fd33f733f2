import { supervisors } from '#apps/server/src/supervisors/supervisors.readable';
import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { ListSupervisors } from '#apps/server/src/supervisors/supervisors.queries';
import type { Actor } from '#libs/event-sourcing/event';
import { tellSupervisor } from '#libs/supervisors/supervisor.timeline';


@Controller('v1/supervisors')
export class SupervisorsController {
  constructor(private readonly queries: QueryBus) {}

  /** 督导员名册 */
  @PageRoute('', 'ListSupervisors')
  list(@By() actor: Actor, @Query() query: ListSupervisors) {
    const { area, state, supervisorType, cardNumber, personId, barred, termEndsBy } = query;
    const range = termEndsBy === undefined ? undefined : { member: 'termEnd', from: '0', to: termEndsBy };
    return this.queries.execute(new FindDocuments(supervisors, actor, query, { where: { area, state, supervisorType, cardNumber, personId, barred }, range, order: { member: 'termEnd' } }));
  }

  /** 一个资格 */
  @DocumentRoute(':supervisorId', 'GetSupervisor')
  get(@By() actor: Actor, @Id('supervisorId') supervisorId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(supervisors, actor, supervisorId, query));
  }

  /** 一个资格的历程 */
  @QueryRoute(':supervisorId/timeline', 'GetSupervisorTimeline')
  timeline(@By() actor: Actor, @Id('supervisorId') supervisorId: string) {
    return this.queries.execute(new ReadTimeline(supervisors, tellSupervisor, actor, supervisorId));
  }
}
