import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import {
  ApplyForRenewal,
  AppointSupervisor,
  IssueCard,
  RenewAppointment,
  ReplaceCard,
  ResignSupervisor,
  ReturnCard,
  VoidCard,
} from '#libs/supervisors/appointment.commands';

@Controller('v1/supervisors')
export class AppointmentController {
  constructor(private readonly commands: CommandBus) {}

  /** 聘任: the end of the term follows from its start */
  @CommandRoute('supervisorId', AppointSupervisor)
  appointSupervisor(@From() origin: Origin, @Body() body: AppointSupervisor) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 申请续聘 */
  @CommandRoute('supervisorId', ApplyForRenewal)
  applyForRenewal(@From() origin: Origin, @Body() body: ApplyForRenewal) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 续聘: the new term follows from the old one and the day of renewal */
  @CommandRoute('supervisorId', RenewAppointment)
  renewAppointment(@From() origin: Origin, @Body() body: RenewAppointment) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 退出 */
  @CommandRoute('supervisorId', ResignSupervisor)
  resignSupervisor(@From() origin: Origin, @Body() body: ResignSupervisor) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 核发证卡: an external card takes its number from the province's stock, an internal one is given it by its issuer */
  @CommandRoute('supervisorId', IssueCard)
  issueCard(@From() origin: Origin, @Body() body: IssueCard) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 补换证 */
  @CommandRoute('supervisorId', ReplaceCard)
  replaceCard(@From() origin: Origin, @Body() body: ReplaceCard) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 证卡作废 */
  @CommandRoute('supervisorId', VoidCard)
  voidCard(@From() origin: Origin, @Body() body: VoidCard) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 交回证卡 */
  @CommandRoute('supervisorId', ReturnCard)
  returnCard(@From() origin: Origin, @Body() body: ReturnCard) {
    return this.commands.execute(new Submit(origin, body));
  }
}
