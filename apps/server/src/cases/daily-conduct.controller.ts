import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import { AcknowledgeSessionBriefing, CheckIn, EndDailySupervision } from '#libs/cases/daily-conduct.commands';
import { CorrectRecord, SubmitRecord } from '#libs/cases/daily-record.commands';

@Controller('v1/daily-cases')
export class DailyConductController {
  constructor(private readonly commands: CommandBus) {}

  /** 了解当次评价活动 */
  @CommandRoute('caseId', AcknowledgeSessionBriefing)
  acknowledgeSessionBriefing(@From() origin: Origin, @Body() body: AcknowledgeSessionBriefing) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 到场/上线 */
  @CommandRoute('caseId', CheckIn)
  checkIn(@From() origin: Origin, @Body() body: CheckIn) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 结束日常督导 */
  @CommandRoute('caseId', EndDailySupervision)
  endDailySupervision(@From() origin: Origin, @Body() body: EndDailySupervision) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 提交督导情况记录表 */
  @CommandRoute('caseId', SubmitRecord)
  submitRecord(@From() origin: Origin, @Body() body: SubmitRecord) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 更正督导情况记录表 */
  @CommandRoute('caseId', CorrectRecord)
  correctRecord(@From() origin: Origin, @Body() body: CorrectRecord) {
    return this.commands.execute(new Submit(origin, body));
  }
}
