import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import {
  AnalyseDefence,
  DeliverOpinion,
  DeliverPreliminaryOpinion,
  FormPreliminaryOpinion,
  IssueOpinion,
  SubmitDefence,
  WaiveDefence,
} from '#libs/cases/case-opinion.commands';

@Controller('v1/cases')
export class CaseOpinionController {
  constructor(private readonly commands: CommandBus) {}

  /** 评议并形成初步督导意见 */
  @CommandRoute('caseId', FormPreliminaryOpinion)
  formPreliminaryOpinion(@From() origin: Origin, @Body() body: FormPreliminaryOpinion) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 反馈初步督导意见 */
  @CommandRoute('caseId', DeliverPreliminaryOpinion)
  deliverPreliminaryOpinion(@From() origin: Origin, @Body() body: DeliverPreliminaryOpinion) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 提交申辩意见 */
  @CommandRoute('caseId', SubmitDefence)
  submitDefence(@From() origin: Origin, @Body() body: SubmitDefence) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 放弃申辩 */
  @CommandRoute('caseId', WaiveDefence)
  waiveDefence(@From() origin: Origin, @Body() body: WaiveDefence) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 综合分析申辩意见 */
  @CommandRoute('caseId', AnalyseDefence)
  analyseDefence(@From() origin: Origin, @Body() body: AnalyseDefence) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 发出质量督导意见书 */
  @CommandRoute('caseId', IssueOpinion)
  issueOpinion(@From() origin: Origin, @Body() body: IssueOpinion) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 送达质量督导意见书 */
  @CommandRoute('caseId', DeliverOpinion)
  deliverOpinion(@From() origin: Origin, @Body() body: DeliverOpinion) {
    return this.commands.execute(new Submit(origin, body));
  }
}
