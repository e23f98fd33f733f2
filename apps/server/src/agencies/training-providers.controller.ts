import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { From, type Origin } from '#apps/server/src/http/origin';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { By, PageRoute } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { Submit } from '#apps/server/src/http/submit';
import { QualifyProvider, WithdrawProviderQualification } from '#libs/agencies/provider.commands';
import { type ProviderEntry, providerRegister } from '#libs/agencies/provider.view';
import type { Actor } from '#libs/event-sourcing/event';

/** Open: an agency must know whom it may ask for support. */
const register: Readable<ProviderEntry> = { view: providerRegister, sight: { open: true }, category: 'provider' };

@Controller('v1/training-providers')
export class TrainingProvidersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 具备外督培训考核资质的单位 */
  @PageRoute('', 'ListTrainingProviders')
  list(@By() actor: Actor, @Query() query: PageQuery) {
    return this.queries.execute(new FindDocuments(register, actor, query, { order: { member: 'name' } }));
  }

  /** 登记外督培训考核资质 */
  @CommandRoute('providerId', QualifyProvider)
  qualifyProvider(@From() origin: Origin, @Body() body: QualifyProvider) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 撤销外督培训考核资质 */
  @CommandRoute('providerId', WithdrawProviderQualification)
  withdrawProviderQualification(@From() origin: Origin, @Body() body: WithdrawProviderQualification) {
    return this.commands.execute(new Submit(origin, body));
  }
}
