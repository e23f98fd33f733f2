import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import {
  AddEvidence,
  AnswerInquiry,
  ProvideMaterial,
  RaiseInquiry,
  RecommendRewardOrPenalty,
  RefuseMaterial,
  ReportImproperRequest,
  ReportObstruction,
  RequestMaterial,
  SubmitResearchReport,
} from '#libs/cases/powers.commands';

@Controller('v1/cases')
export class CasePowersController {
  constructor(private readonly commands: CommandBus) {}

  /** 向评价机构询问 */
  @CommandRoute('caseId', RaiseInquiry)
  raiseInquiry(@From() origin: Origin, @Body() body: RaiseInquiry) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 答复询问 */
  @CommandRoute('caseId', AnswerInquiry)
  answerInquiry(@From() origin: Origin, @Body() body: AnswerInquiry) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 调阅文件、资料 */
  @CommandRoute('caseId', RequestMaterial)
  requestMaterial(@From() origin: Origin, @Body() body: RequestMaterial) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 提供文件、资料 */
  @CommandRoute('caseId', ProvideMaterial)
  provideMaterial(@From() origin: Origin, @Body() body: ProvideMaterial) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 拒绝提供文件、资料 */
  @CommandRoute('caseId', RefuseMaterial)
  refuseMaterial(@From() origin: Origin, @Body() body: RefuseMaterial) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 取证 */
  @CommandRoute('caseId', AddEvidence)
  addEvidence(@From() origin: Origin, @Body() body: AddEvidence) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 提出奖惩建议 */
  @CommandRoute('caseId', RecommendRewardOrPenalty)
  recommendRewardOrPenalty(@From() origin: Origin, @Body() body: RecommendRewardOrPenalty) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 报告拒绝、阻挠督导 */
  @CommandRoute('caseId', ReportObstruction)
  reportObstruction(@From() origin: Origin, @Body() body: ReportObstruction) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 报告非正当要求 */
  @CommandRoute('caseId', ReportImproperRequest)
  reportImproperRequest(@From() origin: Origin, @Body() body: ReportImproperRequest) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 提交重大问题调查研究报告 */
  @CommandRoute('caseId', SubmitResearchReport)
  submitResearchReport(@From() origin: Origin, @Body() body: SubmitResearchReport) {
    return this.commands.execute(new Submit(origin, body));
  }
}
