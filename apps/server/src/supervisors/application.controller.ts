import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import {
  AllowReExam,
  ApplyAsSupervisor,
  ConfirmConditions,
  EnrolInTraining,
  RecordExamResult,
  RejectApplication,
} from '#libs/supervisors/application.commands';

@Controller('v1/supervisors')
export class ApplicationController {
  constructor(private readonly commands: CommandBus) {}

  /** 申报 */
  @CommandRoute('supervisorId', ApplyAsSupervisor)
  applyAsSupervisor(@From() origin: Origin, @Body() body: ApplyAsSupervisor) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 条件审核通过 */
  @CommandRoute('supervisorId', ConfirmConditions)
  confirmConditions(@From() origin: Origin, @Body() body: ConfirmConditions) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 不符合条件 */
  @CommandRoute('supervisorId', RejectApplication)
  rejectApplication(@From() origin: Origin, @Body() body: RejectApplication) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 参加培训 */
  @CommandRoute('supervisorId', EnrolInTraining)
  enrolInTraining(@From() origin: Origin, @Body() body: EnrolInTraining) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 登记考核成绩 */
  @CommandRoute('supervisorId', RecordExamResult)
  recordExamResult(@From() origin: Origin, @Body() body: RecordExamResult) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 准予补考 */
  @CommandRoute('supervisorId', AllowReExam)
  allowReExam(@From() origin: Origin, @Body() body: AllowReExam) {
    return this.commands.execute(new Submit(origin, body));
  }
}
