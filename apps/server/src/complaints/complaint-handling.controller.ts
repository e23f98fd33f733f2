import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import {
  AcceptComplaint,
  AnswerReporter,
  CloseComplaint,
  ConcludeComplaint,
  DecideDisposal,
  ExtendComplaint,
  MergeComplaint,
  NotifyReporter,
  OpenInvestigation,
  ReceiveComplaint,
  RegisterComplaint,
  RejectComplaint,
  ReopenComplaint,
  ReportFindings,
  TransferComplaint,
} from '#libs/complaints/complaint.commands';

@Controller('v1/complaints')
export class ComplaintHandlingController {
  constructor(private readonly commands: CommandBus) {}

  /** 收到举报 */
  @CommandRoute('complaintId', ReceiveComplaint)
  receiveComplaint(@From() origin: Origin, @Body() body: ReceiveComplaint) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 登记举报 */
  @CommandRoute('complaintId', RegisterComplaint)
  registerComplaint(@From() origin: Origin, @Body() body: RegisterComplaint) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 转送举报 */
  @CommandRoute('complaintId', TransferComplaint)
  transferComplaint(@From() origin: Origin, @Body() body: TransferComplaint) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 受理举报 */
  @CommandRoute('complaintId', AcceptComplaint)
  acceptComplaint(@From() origin: Origin, @Body() body: AcceptComplaint) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 不予受理举报 */
  @CommandRoute('complaintId', RejectComplaint)
  rejectComplaint(@From() origin: Origin, @Body() body: RejectComplaint) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 并案办理 */
  @CommandRoute('complaintId', MergeComplaint)
  mergeComplaint(@From() origin: Origin, @Body() body: MergeComplaint) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 告知举报人 */
  @CommandRoute('complaintId', NotifyReporter)
  notifyReporter(@From() origin: Origin, @Body() body: NotifyReporter) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 启动调查核实 */
  @CommandRoute('complaintId', OpenInvestigation)
  openInvestigation(@From() origin: Origin, @Body() body: OpenInvestigation) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 报告调查情况 */
  @CommandRoute('complaintId', ReportFindings)
  reportFindings(@From() origin: Origin, @Body() body: ReportFindings) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 认定举报事项 */
  @CommandRoute('complaintId', ConcludeComplaint)
  concludeComplaint(@From() origin: Origin, @Body() body: ConcludeComplaint) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 决定处理 */
  @CommandRoute('complaintId', DecideDisposal)
  decideDisposal(@From() origin: Origin, @Body() body: DecideDisposal) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 答复举报人 */
  @CommandRoute('complaintId', AnswerReporter)
  answerReporter(@From() origin: Origin, @Body() body: AnswerReporter) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 延长举报办理期限 */
  @CommandRoute('complaintId', ExtendComplaint)
  extendComplaint(@From() origin: Origin, @Body() body: ExtendComplaint) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 举报归档 */
  @CommandRoute('complaintId', CloseComplaint)
  closeComplaint(@From() origin: Origin, @Body() body: CloseComplaint) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 重新办理举报 */
  @CommandRoute('complaintId', ReopenComplaint)
  reopenComplaint(@From() origin: Origin, @Body() body: ReopenComplaint) {
    return this.commands.execute(new Submit(origin, body));
  }
}
