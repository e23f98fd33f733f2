import { agencies } from '#apps/server/src/agencies/agencies.readable';
import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ListAgencies } from '#apps/server/src/agencies/agencies.queries';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { containing } from '#apps/server/src/http/containing';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { From, type Origin } from '#apps/server/src/http/origin';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute } from '#apps/server/src/http/read-route';
import { Submit } from '#apps/server/src/http/submit';
import { RegisterAgency } from '#libs/agencies/agency.commands';
import type { AgencyDocument } from '#libs/agencies/agency.view';
import type { Actor } from '#libs/event-sourcing/event';


@Controller('v1/agencies')
export class AgenciesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 机构名册 */
  @PageRoute('', 'ListAgencies')
  list(@By() actor: Actor, @Query() query: ListAgencies) {
    const { area, agencyType, isCentralBranch, standing, q } = query;
    const keeps = containing(q, ({ agencyId, name }: AgencyDocument) => [agencyId, name]);
    return this.queries.execute(new FindDocuments(agencies, actor, query, { where: { area, agencyType, isCentralBranch, standing }, order: { member: 'name' }, keeps }));
  }

  /** 机构 */
  @DocumentRoute(':agencyId', 'GetAgency')
  get(@By() actor: Actor, @Id('agencyId') agencyId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(agencies, actor, agencyId, query));
  }

  /** 备案登记评价机构 */
  @CommandRoute('agencyId', RegisterAgency)
  registerAgency(@From() origin: Origin, @Body() body: RegisterAgency) {
    return this.commands.execute(new Submit(origin, body));
  }
}
