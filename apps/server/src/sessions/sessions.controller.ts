import { sessionFiles } from '#apps/server/src/sessions/sessions.readable';
import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { ReadDifference, ReadPast } from '#apps/server/src/http/history';
import { AsOf, Between } from '#apps/server/src/http/history.queries';
import { From, type Origin } from '#apps/server/src/http/origin';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import { pageSchema } from '#apps/server/src/http/schemas';
import { Submit } from '#apps/server/src/http/submit';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { ListSessions } from '#apps/server/src/sessions/sessions.queries';
import type { Actor } from '#libs/event-sourcing/event';
import { AssignSessionStaff, CancelSession, EndSession, RegisterSession, RescheduleSession, StartSession, WithdrawSessionStaff } from '#libs/sessions/session.commands';
import { tellSession } from '#libs/sessions/session.timeline';



@Controller('v1/sessions')
export class SessionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 场次列表 */
  @PageRoute('', 'ListSessions')
  list(@By() actor: Actor, @Query() query: ListSessions) {
    const { area, agencyId, stage, level, noInternalSupervisor, notCovered, scoreSheetOverdue, from = '', to = '9999' } = query;
    const where = { area, agencyId, stage, level, noInternalSupervisor, notCovered, scoreSheetOverdue };
    return this.queries.execute(new FindDocuments(sessionFiles, actor, query, { where, range: { member: 'startsOn', from, to }, order: { member: 'startsOn', descending: true } }));
  }

  /** 场次 */
  @DocumentRoute(':sessionId', 'GetSession')
  get(@By() actor: Actor, @Id('sessionId') sessionId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(sessionFiles, actor, sessionId, query));
  }

  /** 场次历程 */
  @QueryRoute(':sessionId/timeline', 'GetSessionTimeline', pageSchema)
  timeline(@By() actor: Actor, @Id('sessionId') sessionId: string) {
    return this.queries.execute(new ReadTimeline(sessionFiles, tellSession, actor, sessionId));
  }

  /** 某一时点的场次 */
  @QueryRoute(':sessionId/as-of', 'GetSessionAsOf')
  asOf(@By() actor: Actor, @Id('sessionId') sessionId: string, @Query() asOf: AsOf) {
    return this.queries.execute(new ReadPast(sessionFiles, actor, sessionId, asOf));
  }

  /** 两个版本之间的变化 */
  @QueryRoute(':sessionId/difference', 'GetSessionDifference')
  difference(@By() actor: Actor, @Id('sessionId') sessionId: string, @Query() between: Between) {
    return this.queries.execute(new ReadDifference(sessionFiles, actor, sessionId, between));
  }

  /** 登记场次 */
  @CommandRoute('sessionId', RegisterSession)
  registerSession(@From() origin: Origin, @Body() body: RegisterSession) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 场次改期 */
  @CommandRoute('sessionId', RescheduleSession)
  rescheduleSession(@From() origin: Origin, @Body() body: RescheduleSession) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 取消场次 */
  @CommandRoute('sessionId', CancelSession)
  cancelSession(@From() origin: Origin, @Body() body: CancelSession) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 安排考评、考务人员 */
  @CommandRoute('sessionId', AssignSessionStaff)
  assignSessionStaff(@From() origin: Origin, @Body() body: AssignSessionStaff) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 撤出考评、考务人员 */
  @CommandRoute('sessionId', WithdrawSessionStaff)
  withdrawSessionStaff(@From() origin: Origin, @Body() body: WithdrawSessionStaff) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 场次开考 */
  @CommandRoute('sessionId', StartSession)
  startSession(@From() origin: Origin, @Body() body: StartSession) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 场次结束 */
  @CommandRoute('sessionId', EndSession)
  endSession(@From() origin: Origin, @Body() body: EndSession) {
    return this.commands.execute(new Submit(origin, body));
  }
}
