import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsNumber, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { EXAM_FORMS, type ExamForm, type TrainingBody, type TrainingPlan } from '#libs/agencies/training.events';
import type { LegalDate } from '#libs/event-sourcing/event';

/** 拟定培训方案 */
export class DraftTrainingPlan implements TrainingBody, TrainingPlan {
  @IsIn(['AGENCY', 'INDUSTRY_DEPT', 'PROVINCIAL_CENTER'])
  readonly by: TrainingBody['by'];

  /** Id of the agency or of the department; FJ for the provincial centre */
  @IsString()
  @Length(1, 64)
  readonly organisation: string;

  @IsString()
  @Length(2, 100)
  readonly title: string;

  /** What is taught, by whom and how */
  @IsString()
  @Length(1, 8000)
  readonly content: string;

  @IsInt()
  @Min(1)
  @Max(1000)
  readonly hours: number;

  /** First day, YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly startsOn: LegalDate;

  /** Last day, YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly endsOn: LegalDate;

  @IsIn(Object.keys(EXAM_FORMS))
  readonly examForm: ExamForm;

  /** How many people are expected */
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly places: number;
}

/** 培训方案报备 */
export class FileTrainingPlan {}

/** 报备提醒 */
export class RemindOfFiling {}

/** 退回补正 */
export class ReturnFiling {
  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}

/** 报备收悉 */
export class AcknowledgeFiling {}

/** 购买服务 */
export class EngageProvider {
  /** Id of the unit in the register of qualified providers */
  @IsString()
  @Length(1, 64)
  readonly providerId: string;
}

/** 开班 */
export class StartTraining {
  /** YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly startedOn: LegalDate;
}

/** 培训完成 */
export class HoldTraining {
  /** Last day, YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly endedOn: LegalDate;

  @IsInt()
  @Min(1)
  @Max(1000)
  readonly hours: number;

  /** Ids of the credentials of those who took part */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly attended: string[];
}

/** 组织考核 */
export class HoldExam {
  /** YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly examinedOn: LegalDate;

  @IsIn(Object.keys(EXAM_FORMS))
  readonly form: ExamForm;
}

/** The points of one person */
export class TraineeScoreInput {
  /** Id of the credential */
  @IsString()
  @Length(1, 64)
  readonly supervisorId: string;

  /** Points out of 100 */
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0)
  @Max(100)
  readonly score: number;
}

/** 登记培训考核成绩 */
export class RecordTrainingResults {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => TraineeScoreInput)
  readonly scores: TraineeScoreInput[];
}

/** 培训总结归档 */
export class CloseTraining {
  @IsString()
  @Length(1, 8000)
  readonly summary: string;
}
