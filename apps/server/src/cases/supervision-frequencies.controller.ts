import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ListSupervisionFrequencies } from '#apps/server/src/cases/supervision-frequencies.queries';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { From, type Origin } from '#apps/server/src/http/origin';
import { By, PageRoute } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { Submit } from '#apps/server/src/http/submit';
import { RaiseSupervisionFrequency } from '#libs/cases/supervision-frequency.commands';
import { type SupervisionFrequencyEntry, supervisionFrequencyRegister } from '#libs/cases/supervision-frequency.view';
import type { Actor } from '#libs/event-sourcing/event';

/** How often daily supervision comes is open to whoever it comes to. */
const register: Readable<SupervisionFrequencyEntry> = { view: supervisionFrequencyRegister, sight: { open: true }, category: 'frequency' };

@Controller('v1/supervision-frequencies')
export class SupervisionFrequenciesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 日常督导频次列表 */
  @PageRoute('', 'ListSupervisionFrequencies')
  list(@By() actor: Actor, @Query() query: ListSupervisionFrequencies) {
    return this.queries.execute(new FindDocuments(register, actor, query, { where: { area: query.area }, order: { member: 'area' } }));
  }

  /** 提高督导频次 */
  @CommandRoute('area', RaiseSupervisionFrequency)
  raiseSupervisionFrequency(@From() origin: Origin, @Body() body: RaiseSupervisionFrequency) {
    return this.commands.execute(new Submit(origin, body));
  }
}
