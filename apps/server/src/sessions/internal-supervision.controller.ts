import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import { ReleaseInternalSupervisor } from '#libs/sessions/internal-supervision.commands';
import { CheckPreparation, CheckProcess, CheckResult, FinaliseResults, LockScoreSheet, UploadScoreSheet } from '#libs/sessions/score-sheet.commands';

@Controller('v1/sessions')
export class InternalSupervisionController {
  constructor(private readonly commands: CommandBus) {}

  /** 内督退出 */
  @CommandRoute('sessionId', ReleaseInternalSupervisor)
  releaseInternalSupervisor(@From() origin: Origin, @Body() body: ReleaseInternalSupervisor) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 督导准备情况 */
  @CommandRoute('sessionId', CheckPreparation)
  checkPreparation(@From() origin: Origin, @Body() body: CheckPreparation) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 督导认定过程 */
  @CommandRoute('sessionId', CheckProcess)
  checkProcess(@From() origin: Origin, @Body() body: CheckProcess) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 督导认定结果 */
  @CommandRoute('sessionId', CheckResult)
  checkResult(@From() origin: Origin, @Body() body: CheckResult) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 上传内部督导评分表 */
  @CommandRoute('sessionId', UploadScoreSheet)
  uploadScoreSheet(@From() origin: Origin, @Body() body: UploadScoreSheet) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 锁定评分表 */
  @CommandRoute('sessionId', LockScoreSheet)
  lockScoreSheet(@From() origin: Origin, @Body() body: LockScoreSheet) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 确定认定结果 */
  @CommandRoute('sessionId', FinaliseResults)
  finaliseResults(@From() origin: Origin, @Body() body: FinaliseResults) {
    return this.commands.execute(new Submit(origin, body));
  }
}
