import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { Matter } from '#libs/cases/case-intake.events';
import { Occurring, WithEvidence } from '#libs/cases/case-inputs.commands';
import type { LegalDate } from '#libs/event-sourcing/event';
import { CONTENT_ITEMS, type ContentItemCode } from '#libs/regulation/codes';
import { ACTIVITY_TYPES, type ActivityType, TARGET_SELECTIONS, type TargetSelection } from '#libs/regulation/own-codes';

/** 专项督导立项 */
export class OpenSpecialSupervision {
  @IsString()
  @Length(1, 64)
  readonly agencyId: string;

  @IsIn(Object.keys(TARGET_SELECTIONS))
  readonly targetSelection: TargetSelection;

  /** Why this agency; due unless it was drawn at random */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  readonly reason?: string;

  /** The draw of targets by which the agency was drawn; due where it was drawn at random */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly targetDrawId?: string;

  /** First planned day on site */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly onSiteFrom: LegalDate;

  /** Last planned day on site */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly onSiteTo: LegalDate;

  @IsIn(ACTIVITY_TYPES)
  readonly activityType: ActivityType;

  /** GB/T 2260 code of the place of conduct, six digits */
  @Matches(/^\d{6}$/)
  readonly venueDivision: string;

  /** Why together with, or beside, another centre; marks the supervision as joint */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  readonly jointReason?: string;
}

/** 督导事项 */
export class MatterInput implements Matter {
  @IsIn(Object.keys(CONTENT_ITEMS))
  readonly item: ContentItemCode;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  readonly detail?: string;

  /** Reference of the second person who approved the catch-all C2.99 */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly approvedBy?: string;
}

/** 明确督导事项 */
export class DefineMatters {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => MatterInput)
  readonly matters: MatterInput[];

  /** Id of the registered complaint that C3 verifies */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly complaintRef?: string;
}

/** 增加督导事项 */
export class WidenMatters extends DefineMatters {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;

  /** The words by which the agency was told; due once the group is on site */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  readonly notice?: string;
}

/** 送达督导通知 */
export class ServeSupervisionNotice extends Occurring {
  @IsString()
  @Length(1, 4000)
  readonly text: string;

  /** Working days for the self-assessment report; the parameter's, where left out */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  readonly selfReportWorkingDays?: number;
}

/** 提交自评(自查)报告 */
export class SubmitSelfReport extends WithEvidence {
  @IsString()
  @Length(1, 4000)
  readonly summary: string;
}

/** 记录自评(自查)报告逾期未提交 */
export class RecordSelfReportMissing {}

/** 取消督导 */
export class CancelSupervision {
  /** Once the notice is served, the agency reads it, too */
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}
