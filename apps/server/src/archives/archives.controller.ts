import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ArchivePackages, type ArchiveOutcome, type CheckedPackage } from '#apps/server/src/archives/archive-packages';
import { ListArchives } from '#apps/server/src/archives/archives.queries';
import { ReporterIdentity } from '#apps/server/src/complaints/reporter-identity';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { From, type Origin } from '#apps/server/src/http/origin';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { Submit } from '#apps/server/src/http/submit';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { AccessArchive, ConfirmArchiveDisposal, ExtendArchiveRetention, ProposeArchiveDisposal, SealArchivePackage } from '#libs/archives/archive.commands';
import { tellArchive } from '#libs/archives/archive.timeline';
import { type ArchiveEntry, archiveFile } from '#libs/archives/archive.view';
import type { Outcome } from '#libs/event-sourcing/envelope';
import type { Actor } from '#libs/event-sourcing/event';

/** For the centre that keeps it and those who answer for the record as a whole. */
const files: Readable<ArchiveEntry> = { view: archiveFile, sight: { area: 'keeper' }, category: 'archive' };

const COMPLAINT = 'complaint-';

/** An archive is named after the stream of its file: `case-…`, `daily-…` or `complaint-…`. */
@Controller('v1/archives')
export class ArchivesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly packages: ArchivePackages,
    private readonly identity: ReporterIdentity,
  ) {}

  /** 档案列表 */
  @PageRoute('', 'ListArchives')
  list(@By() actor: Actor, @Query() query: ListArchives) {
    const { keeper, kind, state, keptUntil } = query;
    const where = { keeper, kind, state };
    const ending = { where, range: { member: 'keepUntil', from: '0', to: keptUntil ?? '' }, order: { member: 'keepUntil' } };
    return this.queries.execute(new FindDocuments(files, actor, query, keptUntil === undefined ? { where, order: { member: 'sealedOn', descending: true } } : ending));
  }

  /** 档案 */
  @DocumentRoute(':archiveId', 'GetArchive')
  get(@By() actor: Actor, @Id('archiveId') archiveId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(files, actor, archiveId, query));
  }

  /** 归档包及其与记录的核对 */
  @QueryRoute(':archiveId/package', 'GetArchivePackage')
  async package(@By() actor: Actor, @Id('archiveId') archiveId: string): Promise<CheckedPackage> {
    await this.queries.execute(new ReadDocument(files, actor, archiveId));
    return this.packages.check(archiveId);
  }

  /** 档案的历程,含调阅记录 */
  @QueryRoute(':archiveId/timeline', 'GetArchiveTimeline')
  timeline(@By() actor: Actor, @Id('archiveId') archiveId: string) {
    return this.queries.execute(new ReadTimeline(files, tellArchive, actor, archiveId));
  }

  /** 归档封存 */
  @CommandRoute('archiveId', SealArchivePackage)
  sealArchivePackage(@From() origin: Origin, @Body() body: SealArchivePackage) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 调阅档案;先记录、后显示 */
  @CommandRoute('archiveId', AccessArchive, 'ArchiveOutcome')
  async accessArchive(@From() origin: Origin, @Body() body: AccessArchive): Promise<ArchiveOutcome> {
    return this.packages.shown(await this.commands.execute(new Submit(origin, body)), origin.target);
  }

  /** 延长档案保管期限 */
  @CommandRoute('archiveId', ExtendArchiveRetention)
  extendArchiveRetention(@From() origin: Origin, @Body() body: ExtendArchiveRetention) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 鉴定并提议销毁档案 */
  @CommandRoute('archiveId', ProposeArchiveDisposal)
  proposeArchiveDisposal(@From() origin: Origin, @Body() body: ProposeArchiveDisposal) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 确认销毁档案;个人信息的密钥随之销毁 */
  @CommandRoute('archiveId', ConfirmArchiveDisposal)
  async confirmArchiveDisposal(@From() origin: Origin, @Body() body: ConfirmArchiveDisposal): Promise<Outcome> {
    const outcome = await this.commands.execute(new Submit(origin, body));
    if (origin.target.startsWith(COMPLAINT)) await this.identity.erase(origin.target.slice(COMPLAINT.length));
    return outcome;
  }
}
