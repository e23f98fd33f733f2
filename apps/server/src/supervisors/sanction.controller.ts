import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import { CancelQualification, DismissDisqualification, NotifyEmployer, ProposeDisqualification, RefuseRenewal } from '#libs/supervisors/disqualification.commands';
import { ConcludeLeakVerification } from '#libs/supervisors/leak.commands';
import { GiveCriticism, ResumeDispatch, SuspendDispatch } from '#libs/supervisors/sanction.commands';

@Controller('v1/supervisors')
export class SanctionController {
  constructor(private readonly commands: CommandBus) {}

  /** 泄密核查结论 */
  @CommandRoute('supervisorId', ConcludeLeakVerification)
  concludeLeakVerification(@From() origin: Origin, @Body() body: ConcludeLeakVerification) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 批评教育 */
  @CommandRoute('supervisorId', GiveCriticism)
  giveCriticism(@From() origin: Origin, @Body() body: GiveCriticism) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 暂停委派 */
  @CommandRoute('supervisorId', SuspendDispatch)
  suspendDispatch(@From() origin: Origin, @Body() body: SuspendDispatch) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 恢复委派 */
  @CommandRoute('supervisorId', ResumeDispatch)
  resumeDispatch(@From() origin: Origin, @Body() body: ResumeDispatch) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 提出处理建议 */
  @CommandRoute('supervisorId', ProposeDisqualification)
  proposeDisqualification(@From() origin: Origin, @Body() body: ProposeDisqualification) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 不予采纳处理建议 */
  @CommandRoute('supervisorId', DismissDisqualification)
  dismissDisqualification(@From() origin: Origin, @Body() body: DismissDisqualification) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 取消资格 */
  @CommandRoute('supervisorId', CancelQualification)
  cancelQualification(@From() origin: Origin, @Body() body: CancelQualification) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 不予续聘 */
  @CommandRoute('supervisorId', RefuseRenewal)
  refuseRenewal(@From() origin: Origin, @Body() body: RefuseRenewal) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 向当事人所在单位通报 */
  @CommandRoute('supervisorId', NotifyEmployer)
  notifyEmployer(@From() origin: Origin, @Body() body: NotifyEmployer) {
    return this.commands.execute(new Submit(origin, body));
  }
}
