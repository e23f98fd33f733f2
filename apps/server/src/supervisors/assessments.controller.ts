import { assessments } from '#apps/server/src/supervisors/assessments.readable';
import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { From, type Origin } from '#apps/server/src/http/origin';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import { pageSchema } from '#apps/server/src/http/schemas';
import { Submit } from '#apps/server/src/http/submit';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { ListAssessmentFiles } from '#apps/server/src/supervisors/assessments.queries';
import type { Actor } from '#libs/event-sourcing/event';
import {
  AddCommendation, AddIssueEntry, AddLearningEntry, AssessConduct, CloseAssessmentPeriod, ConcludeAssessment,
  DecideObjection, InformSupervisor, OpenAssessmentPeriod, RaiseObjection, TakeFailDecision,
} from '#libs/supervisors/assessment.commands';
import { tellAssessment } from '#libs/supervisors/assessment.timeline';


@Controller('v1/assessment-files')
export class AssessmentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 考核档案列表 */
  @PageRoute('', 'ListAssessmentFiles')
  list(@By() actor: Actor, @Query() query: ListAssessmentFiles) {
    const { center, supervisorId, personId } = query;
    return this.queries.execute(new FindDocuments(assessments, actor, query, { where: { center, supervisorId, personId }, order: { member: 'openedOn', descending: true } }));
  }

  /** 考核档案 */
  @DocumentRoute(':assessmentId', 'GetAssessmentFile')
  get(@By() actor: Actor, @Id('assessmentId') assessmentId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(assessments, actor, assessmentId, query));
  }

  /** 考核档案的历程 */
  @QueryRoute(':assessmentId/timeline', 'GetAssessmentFileTimeline', pageSchema)
  timeline(@By() actor: Actor, @Id('assessmentId') assessmentId: string) {
    return this.queries.execute(new ReadTimeline(assessments, tellAssessment, actor, assessmentId));
  }

  /** 任务履职评价 */
  @CommandRoute('assessmentId', AssessConduct)
  assessConduct(@From() origin: Origin, @Body() body: AssessConduct) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 表扬记入考核档案 */
  @CommandRoute('assessmentId', AddCommendation)
  addCommendation(@From() origin: Origin, @Body() body: AddCommendation) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 问题记入考核档案 */
  @CommandRoute('assessmentId', AddIssueEntry)
  addIssueEntry(@From() origin: Origin, @Body() body: AddIssueEntry) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 学习记入考核档案 */
  @CommandRoute('assessmentId', AddLearningEntry)
  addLearningEntry(@From() origin: Origin, @Body() body: AddLearningEntry) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 考核期开始 */
  @CommandRoute('assessmentId', OpenAssessmentPeriod)
  openAssessmentPeriod(@From() origin: Origin, @Body() body: OpenAssessmentPeriod) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 考核结论 */
  @CommandRoute('assessmentId', ConcludeAssessment)
  concludeAssessment(@From() origin: Origin, @Body() body: ConcludeAssessment) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 告知本人考核结论 */
  @CommandRoute('assessmentId', InformSupervisor)
  informSupervisor(@From() origin: Origin, @Body() body: InformSupervisor) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 对考核结论提出异议 */
  @CommandRoute('assessmentId', RaiseObjection)
  raiseObjection(@From() origin: Origin, @Body() body: RaiseObjection) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 异议处理 */
  @CommandRoute('assessmentId', DecideObjection)
  decideObjection(@From() origin: Origin, @Body() body: DecideObjection) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 考核不合格的处理决定 */
  @CommandRoute('assessmentId', TakeFailDecision)
  takeFailDecision(@From() origin: Origin, @Body() body: TakeFailDecision) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 考核期结束 */
  @CommandRoute('assessmentId', CloseAssessmentPeriod)
  closeAssessmentPeriod(@From() origin: Origin, @Body() body: CloseAssessmentPeriod) {
    return this.commands.execute(new Submit(origin, body));
  }
}
