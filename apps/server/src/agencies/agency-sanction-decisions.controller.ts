import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import { ApproveCatchAllGround, HoldPlatformOperation, NotifySanction, OpenViolationCase, SubmitStatement, WaiveStatement, WithdrawSanction } from '#libs/agencies/agency-sanction.commands';

@Controller('v1/agency-sanctions')
export class AgencySanctionDecisionsController {
  constructor(private readonly commands: CommandBus) {}

  /** 立案 */
  @CommandRoute('sanctionId', OpenViolationCase)
  openViolationCase(@From() origin: Origin, @Body() body: OpenViolationCase) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 批准适用其他情形 */
  @CommandRoute('sanctionId', ApproveCatchAllGround)
  approveCatchAllGround(@From() origin: Origin, @Body() body: ApproveCatchAllGround) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 告知拟处理 */
  @CommandRoute('sanctionId', NotifySanction)
  notifySanction(@From() origin: Origin, @Body() body: NotifySanction) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 陈述申辩 */
  @CommandRoute('sanctionId', SubmitStatement)
  submitStatement(@From() origin: Origin, @Body() body: SubmitStatement) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 放弃陈述申辩 */
  @CommandRoute('sanctionId', WaiveStatement)
  waiveStatement(@From() origin: Origin, @Body() body: WaiveStatement) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 暂缓平台正常操作并责令改正 */
  @CommandRoute('sanctionId', HoldPlatformOperation)
  holdPlatformOperation(@From() origin: Origin, @Body() body: HoldPlatformOperation) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 撤销处理 */
  @CommandRoute('sanctionId', WithdrawSanction)
  withdrawSanction(@From() origin: Origin, @Body() body: WithdrawSanction) {
    return this.commands.execute(new Submit(origin, body));
  }
}
