import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import {
  AddDailyEvidence,
  AnswerDailyInquiry,
  DiscloseDailyInspection,
  EscalateIncident,
  ProvideDailyMaterial,
  RaiseDailyInquiry,
  RecommendDailyRewardOrPenalty,
  RefuseDailyMaterial,
  ReportDailyImproperRequest,
  ReportDailyObstruction,
  RequestDailyMaterial,
  SubmitDailyResearchReport,
} from '#libs/cases/daily-powers.commands';

@Controller('v1/daily-cases')
export class DailyPowersController {
  constructor(private readonly commands: CommandBus) {}

  /** 向评价机构询问 */
  @CommandRoute('caseId', RaiseDailyInquiry)
  raiseDailyInquiry(@From() origin: Origin, @Body() body: RaiseDailyInquiry) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 答复询问 */
  @CommandRoute('caseId', AnswerDailyInquiry)
  answerDailyInquiry(@From() origin: Origin, @Body() body: AnswerDailyInquiry) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 调阅文件、资料 */
  @CommandRoute('caseId', RequestDailyMaterial)
  requestDailyMaterial(@From() origin: Origin, @Body() body: RequestDailyMaterial) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 提供文件、资料 */
  @CommandRoute('caseId', ProvideDailyMaterial)
  provideDailyMaterial(@From() origin: Origin, @Body() body: ProvideDailyMaterial) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 拒绝提供文件、资料 */
  @CommandRoute('caseId', RefuseDailyMaterial)
  refuseDailyMaterial(@From() origin: Origin, @Body() body: RefuseDailyMaterial) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 取证 */
  @CommandRoute('caseId', AddDailyEvidence)
  addDailyEvidence(@From() origin: Origin, @Body() body: AddDailyEvidence) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 提出奖惩建议 */
  @CommandRoute('caseId', RecommendDailyRewardOrPenalty)
  recommendDailyRewardOrPenalty(@From() origin: Origin, @Body() body: RecommendDailyRewardOrPenalty) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 报告拒绝、阻挠督导 */
  @CommandRoute('caseId', ReportDailyObstruction)
  reportDailyObstruction(@From() origin: Origin, @Body() body: ReportDailyObstruction) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 报告非正当要求 */
  @CommandRoute('caseId', ReportDailyImproperRequest)
  reportDailyImproperRequest(@From() origin: Origin, @Body() body: ReportDailyImproperRequest) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 提交重大问题调查研究报告 */
  @CommandRoute('caseId', SubmitDailyResearchReport)
  submitDailyResearchReport(@From() origin: Origin, @Body() body: SubmitDailyResearchReport) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 公开暗访 */
  @CommandRoute('caseId', DiscloseDailyInspection)
  discloseDailyInspection(@From() origin: Origin, @Body() body: DiscloseDailyInspection) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 报告紧急情况 */
  @CommandRoute('caseId', EscalateIncident)
  escalateIncident(@From() origin: Origin, @Body() body: EscalateIncident) {
    return this.commands.execute(new Submit(origin, body));
  }
}
