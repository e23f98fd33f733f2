import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import {
  CloseDailySupervision, ConfirmImprovement, DecideNoMeasure, HoldAdmonitoryTalk, IssueQualityBulletin, IssueReminderLetter, OpenVerification,
  RecordImprovementRefusal,
  RemindImprovement,
  ReportImprovement, ReviewRecord,
} from '#libs/cases/daily-measures.commands';

@Controller('v1/daily-cases')
export class DailyReviewController {
  constructor(private readonly commands: CommandBus) {}

  /** 研判督导情况记录表 */
  @CommandRoute('caseId', ReviewRecord)
  reviewRecord(@From() origin: Origin, @Body() body: ReviewRecord) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 决定无需处理 */
  @CommandRoute('caseId', DecideNoMeasure)
  decideNoMeasure(@From() origin: Origin, @Body() body: DecideNoMeasure) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 调查核实 */
  @CommandRoute('caseId', OpenVerification)
  openVerification(@From() origin: Origin, @Body() body: OpenVerification) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 记录约谈提醒 */
  @CommandRoute('caseId', HoldAdmonitoryTalk)
  holdAdmonitoryTalk(@From() origin: Origin, @Body() body: HoldAdmonitoryTalk) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 发出提醒函 */
  @CommandRoute('caseId', IssueReminderLetter)
  issueReminderLetter(@From() origin: Origin, @Body() body: IssueReminderLetter) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 发出质量通报 */
  @CommandRoute('caseId', IssueQualityBulletin)
  issueQualityBulletin(@From() origin: Origin, @Body() body: IssueQualityBulletin) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 说明完善整改情况 */
  @CommandRoute('caseId', ReportImprovement)
  reportImprovement(@From() origin: Origin, @Body() body: ReportImprovement) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 催告完善整改 */
  @CommandRoute('caseId', RemindImprovement)
  remindImprovement(@From() origin: Origin, @Body() body: RemindImprovement) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 认定拒不采取改进措施 */
  @CommandRoute('caseId', RecordImprovementRefusal)
  recordImprovementRefusal(@From() origin: Origin, @Body() body: RecordImprovementRefusal) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 确认完善整改 */
  @CommandRoute('caseId', ConfirmImprovement)
  confirmImprovement(@From() origin: Origin, @Body() body: ConfirmImprovement) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 办结日常督导 */
  @CommandRoute('caseId', CloseDailySupervision)
  closeDailySupervision(@From() origin: Origin, @Body() body: CloseDailySupervision) {
    return this.commands.execute(new Submit(origin, body));
  }
}
