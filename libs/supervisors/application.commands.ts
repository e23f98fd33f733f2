import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsNumber, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { LegalDate } from '#libs/event-sourcing/event';
import { type Area, AREAS } from '#libs/regulation/areas';
import { ELIGIBILITY_CONDITIONS, type EligibilityCondition } from '#libs/regulation/codes';
import type { SupervisorType } from '#libs/regulation/own-codes';

/** 申报 */
export class ApplyAsSupervisor {
  /** Opaque reference of the person */
  @IsString()
  @Length(1, 64)
  readonly personId: string;

  /** 内督 are appointed and carded by their agencies, not here */
  @IsIn(['EXTERNAL'])
  readonly supervisorType: Extract<SupervisorType, 'EXTERNAL'>;

  /** Area of the centre that would appoint */
  @IsIn(AREAS)
  readonly area: Area;
}

/** One of the five conditions, as the acting person reviewed it */
export class ConditionReviewInput {
  @IsIn(Object.keys(ELIGIBILITY_CONDITIONS))
  readonly condition: EligibilityCondition;

  @IsBoolean()
  readonly met: boolean;

  /** What it rests on; never for health (E5) */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  readonly evidence?: string;
}

abstract class ReviewOfConditions {
  @IsArray()
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => ConditionReviewInput)
  readonly reviews: ConditionReviewInput[];
}

/** 条件审核通过 */
export class ConfirmConditions extends ReviewOfConditions {}

/** 不符合条件 */
export class RejectApplication extends ReviewOfConditions {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 参加培训 */
export class EnrolInTraining {
  /** Number of the class */
  @IsString()
  @Length(1, 64)
  readonly trainingClass: string;

  /** First day of the class, YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly startsOn: LegalDate;
}

/** 登记考核成绩 */
export class RecordExamResult {
  /** Points out of 100 */
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0)
  @Max(100)
  readonly score: number;

  /** Day of the examination, YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly examinedOn: LegalDate;
}

/** 准予补考 */
export class AllowReExam {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}
