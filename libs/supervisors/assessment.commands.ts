import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { LegalDate } from '#libs/event-sourcing/event';
import { CONDUCT_RULES, type ConductRule, SUPERVISOR_GROUNDS, type SupervisorGround } from '#libs/regulation/codes';
import { SUPERVISION_KINDS, type SupervisionKind } from '#libs/regulation/own-codes';
import { type AssessmentResult, type ConductCheck, type DispatchingBody, QUALITY_MARKS, type QualityMark, type TaskEntryAdded } from '#libs/supervisors/assessment.events';
import { Evidenced } from '#libs/supervisors/sanction.commands';

class OfCase {
  /** The supervision */
  @IsString()
  @Length(1, 64)
  readonly caseId: string;
}

/** The body that dispatched */
export class DispatchingBodyInput implements DispatchingBody {
  @IsIn(['PROVINCIAL_CENTER', 'MUNICIPAL_CENTER', 'AGENCY', 'INDUSTRY_DEPT'])
  readonly by: DispatchingBody['by'];

  @IsString()
  @Length(1, 64)
  readonly organisation: string;
}

/** 建立考核档案 */
export class OpenAssessmentFile extends OfCase {
  @IsObject()
  @ValidateNested()
  @Type(() => DispatchingBodyInput)
  readonly dispatcher: DispatchingBodyInput;

  /** Id of the credential */
  @IsString()
  @Length(1, 64)
  readonly supervisorId: string;

  @IsString()
  @Length(1, 64)
  readonly personId: string;
}

/** 任务记入考核档案 */
export class AddTaskEntry extends OfCase {
  @IsIn(Object.keys(SUPERVISION_KINDS))
  readonly kind: SupervisionKind;

  @IsIn(['DELIVERED', 'OVERDUE'])
  readonly outcome: TaskEntryAdded['data']['outcome'];

  /** YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly day: LegalDate;

  /** Calendar days after the due day */
  @IsInt()
  @Min(0)
  readonly lateDays: number;
}

/** One rule of conduct on one task */
export class ConductCheckInput implements ConductCheck {
  @IsIn(Object.keys(CONDUCT_RULES))
  readonly duty: ConductRule;

  @IsBoolean()
  readonly kept: boolean;

  /** Of a rule that was not kept: what happened */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  readonly remark?: string;
}

/** 任务履职评价 */
export class AssessConduct extends OfCase {
  @IsIn(Object.keys(QUALITY_MARKS))
  readonly mark: QualityMark;

  /** Each rule of conduct of 第二章七 once */
  @IsArray()
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  @Type(() => ConductCheckInput)
  readonly conduct: ConductCheckInput[];
}

/** 表扬记入考核档案 */
export class AddCommendation extends Evidenced {
  @IsString()
  @Length(1, 2000)
  readonly text: string;
}

/** 问题记入考核档案 */
export class AddIssueEntry extends Evidenced {
  @IsIn(Object.keys(SUPERVISOR_GROUNDS))
  readonly ground: SupervisorGround;

  /** What happened, without names */
  @IsString()
  @Length(1, 2000)
  readonly description: string;

  /** The supervision it happened in */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly caseId?: string;
}

/** 学习记入考核档案 */
export class AddLearningEntry {
  @IsString()
  @Length(1, 200)
  readonly title: string;

  @IsInt()
  @Min(1)
  @Max(1000)
  readonly hours: number;

  /** YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly completedOn: LegalDate;
}

class OfAssessment {
  /** Number the body gives the assessment */
  @IsString()
  @Length(1, 64)
  readonly assessmentNo: string;
}

/** 考核期开始 */
export class OpenAssessmentPeriod extends OfAssessment {
  /** First day, YYYY-MM-DD in Asia/Shanghai; the cycle gives the last */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly from: LegalDate;
}

class Reasoned {
  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}

/** 考核结论 */
export class ConcludeAssessment extends Reasoned {
  @IsIn(['PASS', 'FAIL'])
  readonly result: AssessmentResult;
}

/** 告知本人考核结论 */
export class InformSupervisor {}

/** 对考核结论提出异议 */
export class RaiseObjection {
  @IsString()
  @Length(1, 8000)
  readonly statement: string;
}

/** 异议处理 */
export class DecideObjection extends Reasoned {
  @IsIn(['UPHELD', 'REJECTED'])
  readonly outcome: 'UPHELD' | 'REJECTED';
}

/** 考核不合格的处理决定 */
export class TakeFailDecision extends Reasoned {
  @IsIn(['SUSPEND', 'CANCEL'])
  readonly decision: 'SUSPEND' | 'CANCEL';
}

/** 考核期结束 */
export class CloseAssessmentPeriod {}
