import { trainingFiles } from '#apps/server/src/agencies/trainings.readable';
import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ListTrainings } from '#apps/server/src/agencies/trainings.queries';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { From, type Origin } from '#apps/server/src/http/origin';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import { pageSchema } from '#apps/server/src/http/schemas';
import { Submit } from '#apps/server/src/http/submit';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import {
  AcknowledgeFiling, CloseTraining, DraftTrainingPlan, EngageProvider, FileTrainingPlan,
  HoldExam, HoldTraining, RecordTrainingResults, ReturnFiling, StartTraining,
} from '#libs/agencies/training.commands';
import { tellTraining } from '#libs/agencies/training.timeline';
import type { Actor } from '#libs/event-sourcing/event';


@Controller('v1/trainings')
export class TrainingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 培训列表 */
  @PageRoute('', 'ListTrainings')
  list(@By() actor: Actor, @Query() query: ListTrainings) {
    const { area, stage, agencyId, departmentId } = query;
    return this.queries.execute(new FindDocuments(trainingFiles, actor, query, { where: { area, stage, agencyId, departmentId }, order: { member: 'startsOn', descending: true } }));
  }

  /** 培训 */
  @DocumentRoute(':trainingId', 'GetTraining')
  get(@By() actor: Actor, @Id('trainingId') trainingId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(trainingFiles, actor, trainingId, query));
  }

  /** 培训历程 */
  @QueryRoute(':trainingId/timeline', 'GetTrainingTimeline', pageSchema)
  timeline(@By() actor: Actor, @Id('trainingId') trainingId: string) {
    return this.queries.execute(new ReadTimeline(trainingFiles, tellTraining, actor, trainingId));
  }

  /** 拟定培训方案 */
  @CommandRoute('trainingId', DraftTrainingPlan)
  draftTrainingPlan(@From() origin: Origin, @Body() body: DraftTrainingPlan) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 培训方案报备 */
  @CommandRoute('trainingId', FileTrainingPlan)
  fileTrainingPlan(@From() origin: Origin, @Body() body: FileTrainingPlan) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 退回补正 */
  @CommandRoute('trainingId', ReturnFiling)
  returnFiling(@From() origin: Origin, @Body() body: ReturnFiling) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 报备收悉 */
  @CommandRoute('trainingId', AcknowledgeFiling)
  acknowledgeFiling(@From() origin: Origin, @Body() body: AcknowledgeFiling) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 购买服务 */
  @CommandRoute('trainingId', EngageProvider)
  engageProvider(@From() origin: Origin, @Body() body: EngageProvider) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 开班 */
  @CommandRoute('trainingId', StartTraining)
  startTraining(@From() origin: Origin, @Body() body: StartTraining) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 培训完成 */
  @CommandRoute('trainingId', HoldTraining)
  holdTraining(@From() origin: Origin, @Body() body: HoldTraining) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 组织考核 */
  @CommandRoute('trainingId', HoldExam)
  holdExam(@From() origin: Origin, @Body() body: HoldExam) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 登记培训考核成绩 */
  @CommandRoute('trainingId', RecordTrainingResults)
  recordTrainingResults(@From() origin: Origin, @Body() body: RecordTrainingResults) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 培训总结归档 */
  @CommandRoute('trainingId', CloseTraining)
  closeTraining(@From() origin: Origin, @Body() body: CloseTraining) {
    return this.commands.execute(new Submit(origin, body));
  }
}
