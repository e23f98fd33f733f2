import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import {
  CloseCase,
  ExtendRectification,
  RecomputeDeadlines,
  RecordRectificationRefusal,
  RemindRectification,
  ReturnRectification,
  SubmitRectificationReport,
  VerifyRectification,
} from '#libs/cases/case-rectification.commands';

@Controller('v1/cases')
export class CaseRectificationController {
  constructor(private readonly commands: CommandBus) {}

  /** 延期整改 */
  @CommandRoute('caseId', ExtendRectification)
  extendRectification(@From() origin: Origin, @Body() body: ExtendRectification) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 提交整改工作报告 */
  @CommandRoute('caseId', SubmitRectificationReport)
  submitRectificationReport(@From() origin: Origin, @Body() body: SubmitRectificationReport) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 退回整改工作报告 */
  @CommandRoute('caseId', ReturnRectification)
  returnRectification(@From() origin: Origin, @Body() body: ReturnRectification) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 整改核查通过 */
  @CommandRoute('caseId', VerifyRectification)
  verifyRectification(@From() origin: Origin, @Body() body: VerifyRectification) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 催告整改 */
  @CommandRoute('caseId', RemindRectification)
  remindRectification(@From() origin: Origin, @Body() body: RemindRectification) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 认定拒不整改 */
  @CommandRoute('caseId', RecordRectificationRefusal)
  recordRectificationRefusal(@From() origin: Origin, @Body() body: RecordRectificationRefusal) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 按已公布的放假安排重算期限 */
  @CommandRoute('caseId', RecomputeDeadlines)
  recomputeDeadlines(@From() origin: Origin, @Body() body: RecomputeDeadlines) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 结案归档 */
  @CommandRoute('caseId', CloseCase)
  closeCase(@From() origin: Origin, @Body() body: CloseCase) {
    return this.commands.execute(new Submit(origin, body));
  }
}
