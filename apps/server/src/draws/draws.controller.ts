import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ListDraws } from '#apps/server/src/draws/draws.queries';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { ReadDifference, ReadPast } from '#apps/server/src/http/history';
import { AsOf, Between } from '#apps/server/src/http/history.queries';
import { From, type Origin } from '#apps/server/src/http/origin';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { notFound, ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { pageSchema } from '#apps/server/src/http/schemas';
import { Submit } from '#apps/server/src/http/submit';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { PrepareDailyDraw } from '#libs/draws/daily-draw.commands';
import { PrepareDraw } from '#libs/draws/draw.commands';
import { PrepareTargetDraw } from '#libs/draws/target-draw.commands';
import { PrepareInternalDraw } from '#libs/draws/internal-draw.commands';
import { tellDraw } from '#libs/draws/draw.timeline';
import { recordOf } from '#libs/draws/draw-export';
import { type DrawFile, drawFile, drawLine } from '#libs/draws/draw-file.view';
import type { DrawRecord } from '#libs/draws/draw-record';
import type { Actor } from '#libs/event-sourcing/event';

/** Centres and the province: a pool is neither for the agency nor for those in it. */
const draws: Readable<DrawFile> = { view: drawFile, sight: { area: 'area' }, category: 'draw' };

@Controller('v1/draws')
export class DrawsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 抽取督导员 */
  @CommandRoute('drawId', PrepareDraw)
  prepareDraw(@From() origin: Origin, @Body() body: PrepareDraw) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 抽取日常督导员 */
  @CommandRoute('drawId', PrepareDailyDraw)
  prepareDailyDraw(@From() origin: Origin, @Body() body: PrepareDailyDraw) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 抽取内督 */
  @CommandRoute('drawId', PrepareInternalDraw)
  prepareInternalDraw(@From() origin: Origin, @Body() body: PrepareInternalDraw) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 抽取督导对象 */
  @CommandRoute('drawId', PrepareTargetDraw)
  prepareTargetDraw(@From() origin: Origin, @Body() body: PrepareTargetDraw) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 抽取列表 */
  @PageRoute('', 'ListDraws')
  async list(@By() actor: Actor, @Query() query: ListDraws) {
    const { area, caseId, sessionId, period, kind, state, scope, drawnBy } = query;
    const filter = { where: { area, caseId, sessionId, period, kind, state, scope, drawnBy }, order: { member: 'preparedAt', descending: true } };
    const { items, next } = await this.queries.execute(new FindDocuments(draws, actor, query, filter));
    return { items: items.map((document) => drawLine(document as DrawFile)), next };
  }

  /** 抽取卷 */
  @DocumentRoute(':drawId', 'GetDraw')
  get(@By() actor: Actor, @Id('drawId') drawId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(draws, actor, drawId, query));
  }

  /** 抽取记录,供离线复核 */
  @QueryRoute(':drawId/record', 'GetDrawRecord')
  async record(@By() actor: Actor, @Id('drawId') drawId: string): Promise<DrawRecord> {
    const { document } = await this.queries.execute(new ReadDocument(draws, actor, drawId));
    const record = recordOf(document);
    if (record === undefined) throw notFound();
    return record;
  }

  /** 抽取历程 */
  @QueryRoute(':drawId/timeline', 'GetDrawTimeline', pageSchema)
  timeline(@By() actor: Actor, @Id('drawId') drawId: string) {
    return this.queries.execute(new ReadTimeline(draws, tellDraw, actor, drawId));
  }

  /** 某一时点的抽取卷 */
  @QueryRoute(':drawId/as-of', 'GetDrawAsOf')
  asOf(@By() actor: Actor, @Id('drawId') drawId: string, @Query() asOf: AsOf) {
    return this.queries.execute(new ReadPast(draws, actor, drawId, asOf));
  }

  /** 两个版本之间的变化 */
  @QueryRoute(':drawId/difference', 'GetDrawDifference')
  difference(@By() actor: Actor, @Id('drawId') drawId: string, @Query() between: Between) {
    return this.queries.execute(new ReadDifference(draws, actor, drawId, between));
  }
}
