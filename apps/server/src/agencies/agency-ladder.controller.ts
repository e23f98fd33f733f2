import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import { ConfirmRevocation, CriticiseAgency, HoldHearing, ProposeRevocation, RejectRevocation, RequestHearing } from '#libs/agencies/agency-ladder.commands';

@Controller('v1/agency-sanctions')
export class AgencyLadderController {
  constructor(private readonly commands: CommandBus) {}

  /** 通报批评并提出处分建议 */
  @CommandRoute('sanctionId', CriticiseAgency)
  criticiseAgency(@From() origin: Origin, @Body() body: CriticiseAgency) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 申请听证 */
  @CommandRoute('sanctionId', RequestHearing)
  requestHearing(@From() origin: Origin, @Body() body: RequestHearing) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 举行听证 */
  @CommandRoute('sanctionId', HoldHearing)
  holdHearing(@From() origin: Origin, @Body() body: HoldHearing) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 提请取消认定工作资格 */
  @CommandRoute('sanctionId', ProposeRevocation)
  proposeRevocation(@From() origin: Origin, @Body() body: ProposeRevocation) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 确认取消认定工作资格 */
  @CommandRoute('sanctionId', ConfirmRevocation)
  confirmRevocation(@From() origin: Origin, @Body() body: ConfirmRevocation) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 不予确认取消认定工作资格 */
  @CommandRoute('sanctionId', RejectRevocation)
  rejectRevocation(@From() origin: Origin, @Body() body: RejectRevocation) {
    return this.commands.execute(new Submit(origin, body));
  }
}
