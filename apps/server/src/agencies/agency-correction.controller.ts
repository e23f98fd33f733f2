import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import { AcceptCorrection, RecordCorrectionRefusal, RemindCorrection, ReturnCorrection, SubmitCorrection } from '#libs/agencies/agency-correction.commands';

@Controller('v1/agency-sanctions')
export class AgencyCorrectionController {
  constructor(private readonly commands: CommandBus) {}

  /** 提交改正报告 */
  @CommandRoute('sanctionId', SubmitCorrection)
  submitCorrection(@From() origin: Origin, @Body() body: SubmitCorrection) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 改正通过,恢复平台正常操作 */
  @CommandRoute('sanctionId', AcceptCorrection)
  acceptCorrection(@From() origin: Origin, @Body() body: AcceptCorrection) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 退回改正报告 */
  @CommandRoute('sanctionId', ReturnCorrection)
  returnCorrection(@From() origin: Origin, @Body() body: ReturnCorrection) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 催告改正 */
  @CommandRoute('sanctionId', RemindCorrection)
  remindCorrection(@From() origin: Origin, @Body() body: RemindCorrection) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 认定拒不改正 */
  @CommandRoute('sanctionId', RecordCorrectionRefusal)
  recordCorrectionRefusal(@From() origin: Origin, @Body() body: RecordCorrectionRefusal) {
    return this.commands.execute(new Submit(origin, body));
  }
}
