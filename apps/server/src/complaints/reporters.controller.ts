import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ReporterIdentity, type ReporterOutcome } from '#apps/server/src/complaints/reporter-identity';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { Submit } from '#apps/server/src/http/submit';
import {
  ApproveReporterAccess,
  ConfirmReporterErasure,
  DenyReporterAccess,
  OpenReporterIdentity,
  ProposeReporterErasure,
  RequestReporterAccess,
  SealReporter,
} from '#libs/complaints/reporter.commands';
import { type ReporterDocument, reporterFile, reporterFileOf } from '#libs/complaints/reporter.view';
import type { Outcome } from '#libs/event-sourcing/envelope';
import type { Actor } from '#libs/event-sourcing/event';

/** What is sealed and who read it, for the centre that answers for the complaint and for those who check it. */
const files: Readable<ReporterDocument> = {
  view: reporterFile, sight: { area: 'holder' }, category: 'reporter', release: { shown: reporterFileOf, told: (events) => events },
};

@Controller('v1/reporters')
export class ReportersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly identity: ReporterIdentity,
  ) {}

  /** 举报人身份的封存和查阅记录 */
  @DocumentRoute(':complaintId', 'GetReporter')
  get(@By() actor: Actor, @Id('complaintId') complaintId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(files, actor, complaintId, query));
  }

  /** 封存举报人身份;身份只进保管库,不进记录 */
  @CommandRoute('complaintId', SealReporter)
  async sealReporter(@From() origin: Origin, @Body() body: SealReporter): Promise<Outcome> {
    const outcome = await this.commands.execute(new Submit(origin, await this.identity.withheld(origin, body)));
    await this.identity.keep(origin, body);
    return outcome;
  }

  /** 申请查阅举报人身份 */
  @CommandRoute('complaintId', RequestReporterAccess)
  requestReporterAccess(@From() origin: Origin, @Body() body: RequestReporterAccess) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 同意查阅举报人身份 */
  @CommandRoute('complaintId', ApproveReporterAccess)
  approveReporterAccess(@From() origin: Origin, @Body() body: ApproveReporterAccess) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 不同意查阅举报人身份 */
  @CommandRoute('complaintId', DenyReporterAccess)
  denyReporterAccess(@From() origin: Origin, @Body() body: DenyReporterAccess) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 查阅举报人身份;先记录、后显示,只显示一次 */
  @CommandRoute('complaintId', OpenReporterIdentity, 'ReporterOutcome')
  async openReporterIdentity(@From() origin: Origin, @Body() body: OpenReporterIdentity): Promise<ReporterOutcome> {
    return this.identity.shown(await this.commands.execute(new Submit(origin, body)));
  }

  /** 提议销毁举报人身份 */
  @CommandRoute('complaintId', ProposeReporterErasure)
  proposeReporterErasure(@From() origin: Origin, @Body() body: ProposeReporterErasure) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 确认销毁举报人身份 */
  @CommandRoute('complaintId', ConfirmReporterErasure)
  async confirmReporterErasure(@From() origin: Origin, @Body() body: ConfirmReporterErasure): Promise<Outcome> {
    const outcome = await this.commands.execute(new Submit(origin, body));
    await this.identity.erase(origin.target);
    return outcome;
  }
}
