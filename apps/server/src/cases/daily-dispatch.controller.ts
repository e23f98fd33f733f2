import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import { AcceptDailyAssignment, DeclineDailyAssignment, DispatchSupervisor, JudgeDailyDecline, RecordNoDailyAnswer, RecuseDailySupervisor, RemindDailyAssignment, ReplaceIneligible } from '#libs/cases/daily-dispatch.commands';

@Controller('v1/daily-cases')
export class DailyDispatchController {
  constructor(private readonly commands: CommandBus) {}

  /** 委派 */
  @CommandRoute('caseId', DispatchSupervisor)
  dispatchSupervisor(@From() origin: Origin, @Body() body: DispatchSupervisor) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 更换已不具备委派条件的督导员 */
  @CommandRoute('caseId', ReplaceIneligible)
  replaceIneligible(@From() origin: Origin, @Body() body: ReplaceIneligible) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 接受日常督导委派 */
  @CommandRoute('caseId', AcceptDailyAssignment)
  acceptDailyAssignment(@From() origin: Origin, @Body() body: AcceptDailyAssignment) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 不能参加日常督导 */
  @CommandRoute('caseId', DeclineDailyAssignment)
  declineDailyAssignment(@From() origin: Origin, @Body() body: DeclineDailyAssignment) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 催告答复日常督导委派 */
  @CommandRoute('caseId', RemindDailyAssignment)
  remindDailyAssignment(@From() origin: Origin, @Body() body: RemindDailyAssignment) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 记录经催告未答复日常督导委派 */
  @CommandRoute('caseId', RecordNoDailyAnswer)
  recordNoDailyAnswer(@From() origin: Origin, @Body() body: RecordNoDailyAnswer) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 认定拒绝参加日常督导有无正当理由 */
  @CommandRoute('caseId', JudgeDailyDecline)
  judgeDailyDecline(@From() origin: Origin, @Body() body: JudgeDailyDecline) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 日常督导回避 */
  @CommandRoute('caseId', RecuseDailySupervisor)
  recuseDailySupervisor(@From() origin: Origin, @Body() body: RecuseDailySupervisor) {
    return this.commands.execute(new Submit(origin, body));
  }
}
