import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import { DiscloseInspection, EndOnSite, HearViews, OrderCovertInspection, StartOnSite } from '#libs/cases/case-onsite.commands';

@Controller('v1/cases')
export class CaseOnsiteController {
  constructor(private readonly commands: CommandBus) {}

  /** 决定暗访 */
  @CommandRoute('caseId', OrderCovertInspection)
  orderCovertInspection(@From() origin: Origin, @Body() body: OrderCovertInspection) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 公开暗访 */
  @CommandRoute('caseId', DiscloseInspection)
  discloseInspection(@From() origin: Origin, @Body() body: DiscloseInspection) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 开始现场考察(核查) */
  @CommandRoute('caseId', StartOnSite)
  startOnSite(@From() origin: Origin, @Body() body: StartOnSite) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 听取评价机构意见 */
  @CommandRoute('caseId', HearViews)
  hearViews(@From() origin: Origin, @Body() body: HearViews) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 结束现场考察(核查) */
  @CommandRoute('caseId', EndOnSite)
  endOnSite(@From() origin: Origin, @Body() body: EndOnSite) {
    return this.commands.execute(new Submit(origin, body));
  }
}
