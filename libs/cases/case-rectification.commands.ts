import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsString, Length, Matches, Min, ValidateNested } from 'class-validator';
import { EvidenceInput } from '#libs/cases/case-inputs.commands';
import type { DemandAnswer, ReturnedDemand } from '#libs/cases/case-rectification.events';
import type { LegalDate } from '#libs/event-sourcing/event';

/** 延期整改 */
export class ExtendRectification {
  /** New last day */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly dueOn: LegalDate;

  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 对一项整改要求的落实情况 */
export class DemandAnswerInput implements DemandAnswer {
  @IsInt()
  @Min(1)
  readonly demandNo: number;

  @IsString()
  @Length(1, 600)
  readonly measures: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => EvidenceInput)
  readonly evidence: EvidenceInput[];
}

/** 提交整改工作报告 */
export class SubmitRectificationReport {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => DemandAnswerInput)
  readonly answers: DemandAnswerInput[];
}

/** 未达要求的一项 */
export class ReturnedDemandInput implements ReturnedDemand {
  @IsInt()
  @Min(1)
  readonly demandNo: number;

  @IsString()
  @Length(1, 600)
  readonly reason: string;
}

/** 退回整改工作报告 */
export class ReturnRectification {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => ReturnedDemandInput)
  readonly returned: ReturnedDemandInput[];

  /** Last day for the next report */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly dueOn: LegalDate;
}

/** 整改核查通过 */
export class VerifyRectification {
  @IsString()
  @Length(1, 2000)
  readonly conclusion: string;
}

/** 标记整改逾期 */
export class FlagRectificationOverdue {}

/** 催告整改 */
export class RemindRectification {
  @IsString()
  @Length(1, 1000)
  readonly text: string;
}

/** 认定拒不整改 */
export class RecordRectificationRefusal {
  @IsIn(['EXPRESS_REFUSAL', 'OVERDUE_AFTER_REMINDER'])
  readonly ground: 'EXPRESS_REFUSAL' | 'OVERDUE_AFTER_REMINDER';

  @IsString()
  @Length(1, 1000)
  readonly reasons: string;
}

/** 标记整改核查逾期 */
export class FlagVerificationOverdue {}

/** 按已公布的放假安排重算期限 */
export class RecomputeDeadlines {}

/** 结案归档 */
export class CloseCase {
  @IsString()
  @Length(1, 2000)
  readonly summary: string;
}
