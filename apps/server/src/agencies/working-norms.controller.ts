import { workingNorms } from '#apps/server/src/agencies/working-norms.readable';
import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ListWorkingNorms } from '#apps/server/src/agencies/working-norms.queries';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { From, type Origin } from '#apps/server/src/http/origin';
import { By, PageRoute } from '#apps/server/src/http/read-route';
import { Submit } from '#apps/server/src/http/submit';
import { PublishInternalRequirements, PublishWorkingNorm } from '#libs/agencies/working-norm.commands';
import type { Actor } from '#libs/event-sourcing/event';


@Controller('v1/working-norms')
export class WorkingNormsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 工作规范列表 */
  @PageRoute('', 'ListWorkingNorms')
  list(@By() actor: Actor, @Query() query: ListWorkingNorms) {
    const { by, missing } = query;
    return this.queries.execute(new FindDocuments(workingNorms, actor, query, { where: { by, missing }, order: { member: 'organisation' } }));
  }

  /** 发布工作规范 */
  @CommandRoute('normsId', PublishWorkingNorm)
  publishWorkingNorm(@From() origin: Origin, @Body() body: PublishWorkingNorm) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 发布规范管理内督要求 */
  @CommandRoute('normsId', PublishInternalRequirements)
  publishInternalRequirements(@From() origin: Origin, @Body() body: PublishInternalRequirements) {
    return this.commands.execute(new Submit(origin, body));
  }
}
