import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import { CancelDailySupervision, PlanDailySupervision } from '#libs/cases/daily-plan.commands';

@Controller('v1/daily-cases')
export class DailyPlanController {
  constructor(private readonly commands: CommandBus) {}

  /** 日常督导立项 */
  @CommandRoute('caseId', PlanDailySupervision)
  planDailySupervision(@From() origin: Origin, @Body() body: PlanDailySupervision) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 取消日常督导 */
  @CommandRoute('caseId', CancelDailySupervision)
  cancelDailySupervision(@From() origin: Origin, @Body() body: CancelDailySupervision) {
    return this.commands.execute(new Submit(origin, body));
  }
}
