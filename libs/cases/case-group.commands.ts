import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import type { GroupException, Member } from '#libs/cases/case-group.events';
import { RECUSAL_REASONS, type RecusalReason } from '#libs/regulation/own-codes';

export class MemberInput implements Member {
  @IsString()
  @Length(1, 64)
  readonly supervisorId: string;

  @IsString()
  @Length(1, 64)
  readonly personId: string;
}

/** A command about a draw for the case. */
abstract class AboutDraw {
  @IsString()
  @Length(1, 64)
  readonly drawId: string;
}

/** A command about the seat that somebody drawn has left. */
abstract class AboutSeat extends AboutDraw {
  /** supervisorId of the one who left */
  @IsString()
  @Length(1, 64)
  readonly leaving: string;
}

/** 抽取结果入组 */
export class SeatDrawnSupervisors extends AboutDraw {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => MemberInput)
  readonly members: MemberInput[];
}

/** 递补入组 */
export class SeatSubstitute extends AboutSeat {
  @IsObject()
  @ValidateNested()
  @Type(() => MemberInput)
  readonly substitute: MemberInput;
}

/** 记录无人递补 */
export class LeaveSeatVacant extends AboutSeat {}

/** 接受委派 */
export class AcceptAssignment {
  /** Version of the no-conflict declaration that was shown */
  @IsString()
  @Length(1, 32)
  readonly declarationVersion: string;

  /** The supervisor signs the declaration by giving this command */
  @IsBoolean()
  readonly signed: boolean;
}

/** 不能参加 */
export class DeclineAssignment {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** A command about one of the drawn supervisors. */
class AboutSupervisor {
  @IsString()
  @Length(1, 64)
  readonly supervisorId: string;
}

/** 督导记录存疑 */
export class TaintSupervision extends AboutSupervisor {
  /** Number of the decision that found the fraud */
  @IsString()
  @Length(1, 64)
  readonly decisionNo: string;
}

/** 催告答复委派 */
export class RemindAssignment extends AboutSupervisor {}

/** 记录经催告未答复 */
export class RecordNoAnswer extends AboutSupervisor {}

/** 认定拒绝参加有无正当理由 */
export class JudgeDecline extends AboutSupervisor {
  @IsIn(['JUSTIFIED', 'UNJUSTIFIED'])
  readonly judgement: 'JUSTIFIED' | 'UNJUSTIFIED';

  @IsString()
  @Length(1, 1000)
  readonly reasons: string;
}

/** 回避 */
export class RecuseSupervisor extends AboutSupervisor {
  @IsIn(Object.keys(RECUSAL_REASONS))
  readonly reason: RecusalReason;

  /** The facts, without names */
  @IsString()
  @Length(1, 1000)
  readonly detail: string;
}

export class GroupExceptionInput implements GroupException {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;

  /** Reference of the approving person */
  @IsString()
  @Length(1, 64)
  readonly approvedBy: string;
}

/** 成立督导小组 */
export class FormGroup {
  /** 组长: supervisorId of one of the drawn */
  @IsString()
  @Length(1, 64)
  readonly leader: string;

  /** Why fewer than three are enough, and who approved it */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => GroupExceptionInput)
  readonly exception?: GroupExceptionInput;
}
