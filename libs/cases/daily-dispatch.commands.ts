import { IsString, Length } from 'class-validator';
import { AcceptAssignment, DeclineAssignment, JudgeDecline, LeaveSeatVacant, RecordNoAnswer, RecuseSupervisor, RemindAssignment, SeatDrawnSupervisors, SeatSubstitute } from '#libs/cases/case-group.commands';

/** 日常督导抽取结果入座 */
export class SeatDailySupervisors extends SeatDrawnSupervisors {}

/** 日常督导递补入座 */
export class SeatDailySubstitute extends SeatSubstitute {}

/** 记录日常督导无人递补 */
export class LeaveDailySeatVacant extends LeaveSeatVacant {}

/** 委派 */
export class DispatchSupervisor {
  @IsString()
  @Length(1, 64)
  readonly supervisorId: string;
}

/** 更换已不具备委派条件的督导员 */
export class ReplaceIneligible extends DispatchSupervisor {}

/** 接受日常督导委派 */
export class AcceptDailyAssignment extends AcceptAssignment {}

/** 不能参加日常督导 */
export class DeclineDailyAssignment extends DeclineAssignment {}

/** 催告答复日常督导委派 */
export class RemindDailyAssignment extends RemindAssignment {}

/** 记录经催告未答复日常督导委派 */
export class RecordNoDailyAnswer extends RecordNoAnswer {}

/** 认定拒绝参加日常督导有无正当理由 */
export class JudgeDailyDecline extends JudgeDecline {}

/** 日常督导回避 */
export class RecuseDailySupervisor extends RecuseSupervisor {}
