import { Body, Controller, Inject, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { From, type Origin } from '#apps/server/src/http/origin';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { CLOCK } from '#apps/server/src/http/ports';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { Submit } from '#apps/server/src/http/submit';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { ListPublications } from '#apps/server/src/publication/publications.queries';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Actor } from '#libs/event-sourcing/event';
import { ApprovePublication, ProposePublication, ReturnPublication, WithdrawPublication } from '#libs/publication/publication.commands';
import { tellPublication } from '#libs/publication/publication.timeline';
import { type PublicationFile, publicationFile } from '#libs/publication/publication.view';

/** Before it is public, a result is for the centres alone. */
const files: Readable<PublicationFile> = { view: publicationFile, sight: { area: 'area' }, category: 'publication' };

@Controller('v1/publications')
export class PublicationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** 公开事项列表 */
  @PageRoute('', 'ListPublications')
  list(@By() actor: Actor, @Query() query: ListPublications) {
    const { area, kind, state, caseId, overdue } = query;
    const where = { area, kind, state, caseId };
    const late = { where, range: { member: 'dueAt', from: '0', to: this.clock.now() }, order: { member: 'dueAt' } };
    return this.queries.execute(new FindDocuments(files, actor, query, overdue === true ? late : { where, order: { member: 'finalOn', descending: true } }));
  }

  /** 公开事项 */
  @DocumentRoute(':publicationId', 'GetPublication')
  get(@By() actor: Actor, @Id('publicationId') publicationId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(files, actor, publicationId, query));
  }

  /** 公开的历程 */
  @QueryRoute(':publicationId/timeline', 'GetPublicationTimeline')
  timeline(@By() actor: Actor, @Id('publicationId') publicationId: string) {
    return this.queries.execute(new ReadTimeline(files, tellPublication, actor, publicationId));
  }

  /** 拟定公开内容 */
  @CommandRoute('publicationId', ProposePublication)
  proposePublication(@From() origin: Origin, @Body() body: ProposePublication) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 退回公开内容 */
  @CommandRoute('publicationId', ReturnPublication)
  returnPublication(@From() origin: Origin, @Body() body: ReturnPublication) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 批准公开 */
  @CommandRoute('publicationId', ApprovePublication)
  approvePublication(@From() origin: Origin, @Body() body: ApprovePublication) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 撤回公开 */
  @CommandRoute('publicationId', WithdrawPublication)
  withdrawPublication(@From() origin: Origin, @Body() body: WithdrawPublication) {
    return this.commands.execute(new Submit(origin, body));
  }
}
