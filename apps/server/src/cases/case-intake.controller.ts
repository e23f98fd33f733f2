import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import {
  CancelSupervision,
  DefineMatters,
  OpenSpecialSupervision,
  ServeSupervisionNotice,
  SubmitSelfReport,
  WidenMatters,
} from '#libs/cases/case-intake.commands';

@Controller('v1/cases')
export class CaseIntakeController {
  constructor(private readonly commands: CommandBus) {}

  /** 专项督导立项 */
  @CommandRoute('caseId', OpenSpecialSupervision)
  openSpecialSupervision(@From() origin: Origin, @Body() body: OpenSpecialSupervision) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 明确督导事项 */
  @CommandRoute('caseId', DefineMatters)
  defineMatters(@From() origin: Origin, @Body() body: DefineMatters) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 增加督导事项 */
  @CommandRoute('caseId', WidenMatters)
  widenMatters(@From() origin: Origin, @Body() body: WidenMatters) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 送达督导通知 */
  @CommandRoute('caseId', ServeSupervisionNotice)
  serveSupervisionNotice(@From() origin: Origin, @Body() body: ServeSupervisionNotice) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 提交自评(自查)报告 */
  @CommandRoute('caseId', SubmitSelfReport)
  submitSelfReport(@From() origin: Origin, @Body() body: SubmitSelfReport) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 取消督导 */
  @CommandRoute('caseId', CancelSupervision)
  cancelSupervision(@From() origin: Origin, @Body() body: CancelSupervision) {
    return this.commands.execute(new Submit(origin, body));
  }
}
