import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsNumber, IsObject, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { LegalDate } from '#libs/event-sourcing/event';
import { type Area, AREAS } from '#libs/regulation/areas';
import { ELIGIBILITY_CONDITIONS, type EligibilityCondition } from '#libs/regulation/codes';
import { SUPERVISOR_TYPES, type SupervisorType } from '#libs/regulation/own-codes';

/** The body that selects an internal supervisor */
export class SelectionInput {
  @IsIn(['AGENCY', 'INDUSTRY_DEPT'])
  readonly by: 'AGENCY' | 'INDUSTRY_DEPT';

  /** Id of the agency or of the department */
  @IsString()
  @Length(1, 64)
  readonly organisation: string;

  /** Ids of the agencies whose sessions the person may supervise: an agency names itself alone */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly agencies: string[];
}

/** 申报 */
export class ApplyAsSupervisor {
  /** Opaque reference of the person */
  @IsString()
  @Length(1, 64)
  readonly personId: string;

  @IsIn(Object.keys(SUPERVISOR_TYPES))
  readonly supervisorType: SupervisorType;

  /** Area of the centre that would appoint; for 内督 of the selecting agency, FJ for an industry department */
  @IsIn(AREAS)
  readonly area: Area;

  /** 内督 only */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SelectionInput)
  readonly selection?: SelectionInput;
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

  /** 内督 only: id of the training whose plan was filed */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly trainingId?: string;

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
