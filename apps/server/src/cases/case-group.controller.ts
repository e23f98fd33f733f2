import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import {
  AcceptAssignment,
  DeclineAssignment,
  FormGroup,
  JudgeDecline,
  RecordNoAnswer,
  RecuseSupervisor,
  RemindAssignment,
} from '#libs/cases/case-group.commands';

@Controller('v1/cases')
export class CaseGroupController {
  constructor(private readonly commands: CommandBus) {}

  /** 接受委派 */
  @CommandRoute('caseId', AcceptAssignment)
  acceptAssignment(@From() origin: Origin, @Body() body: AcceptAssignment) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 不能参加 */
  @CommandRoute('caseId', DeclineAssignment)
  declineAssignment(@From() origin: Origin, @Body() body: DeclineAssignment) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 催告答复委派 */
  @CommandRoute('caseId', RemindAssignment)
  remindAssignment(@From() origin: Origin, @Body() body: RemindAssignment) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 记录经催告未答复 */
  @CommandRoute('caseId', RecordNoAnswer)
  recordNoAnswer(@From() origin: Origin, @Body() body: RecordNoAnswer) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 认定拒绝参加有无正当理由 */
  @CommandRoute('caseId', JudgeDecline)
  judgeDecline(@From() origin: Origin, @Body() body: JudgeDecline) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 回避 */
  @CommandRoute('caseId', RecuseSupervisor)
  recuseSupervisor(@From() origin: Origin, @Body() body: RecuseSupervisor) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 成立督导小组 */
  @CommandRoute('caseId', FormGroup)
  formGroup(@From() origin: Origin, @Body() body: FormGroup) {
    return this.commands.execute(new Submit(origin, body));
  }
}
