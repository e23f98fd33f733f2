import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { By, Id, QueryRoute } from '#apps/server/src/http/read-route';
import { AskAgencyFile } from '#apps/server/src/oversight/agency-file';
import { ReadFile } from '#apps/server/src/oversight/files.queries';
import { AskSupervisorFile } from '#apps/server/src/oversight/supervisor-file';
import type { Actor } from '#libs/event-sourcing/event';

@Controller('v1')
export class FilesController {
  constructor(private readonly queries: QueryBus) {}

  /** 一机构一档 */
  @QueryRoute('agencies/:agencyId/file', 'GetAgencyFile')
  agency(@By() actor: Actor, @Id('agencyId') agencyId: string, @Query() asked: ReadFile) {
    return this.queries.execute(new AskAgencyFile(actor, agencyId, asked));
  }

  /** 督导员档案 */
  @QueryRoute('supervisors/:supervisorId/file', 'GetSupervisorFile')
  supervisor(@By() actor: Actor, @Id('supervisorId') supervisorId: string, @Query() asked: ReadFile) {
    return this.queries.execute(new AskSupervisorFile(actor, supervisorId, asked));
  }
}
