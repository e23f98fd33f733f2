import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import type { LegalDate } from '#libs/event-sourcing/event';
import { type Area, AREAS } from '#libs/regulation/areas';
import { SUPERVISOR_GROUNDS, type SupervisorGround } from '#libs/regulation/codes';
import { RECUSAL_REASONS, type RecusalReason, SEVERITIES, type Severity } from '#libs/regulation/own-codes';
import type { Finding } from '#libs/supervisors/sanction.events';

export abstract class Evidenced {
  /** References of the evidence */
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly evidence: string[];
}

/** One ground of 第四章一 with what proves it */
export class SanctionFindingInput extends Evidenced implements Finding {
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

  /** S1: which of its two forms */
  @IsOptional()
  @IsIn(['UNASSIGNED', 'UNJUSTIFIED_DECLINE'])
  readonly form?: 'UNASSIGNED' | 'UNJUSTIFIED_DECLINE';

  /** S2: the relation that was concealed */
  @IsOptional()
  @IsIn(Object.keys(RECUSAL_REASONS))
  readonly relation?: RecusalReason;

  /** S6: number of the verification that confirmed the leak */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly leakVerification?: string;

  /** S8: reference of the second person who approved */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly approvedBy?: string;
}

/** Grounds of 第四章一 and how serious they are */
export class GroundsInput {
  @IsIn(Object.keys(SEVERITIES))
  readonly severity: Severity;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => SanctionFindingInput)
  readonly findings: SanctionFindingInput[];
}

/** A failed assessment in the acting centre's file of the supervisor, 第二章八 */
export class AssessmentInput {
  /** Id of the file */
  @IsString()
  @Length(1, 64)
  readonly assessmentId: string;

  /** Number of the assessment in it */
  @IsString()
  @Length(1, 64)
  readonly assessmentNo: string;
}

export abstract class SupervisorDecisionInput {
  /** Number the centre gives its decision; the same number again is the same decision */
  @IsString()
  @Length(1, 64)
  readonly decisionNo: string;

  @IsString()
  @Length(1, 2000)
  readonly reasons: string;

  /** Day on which the person was heard, YYYY-MM-DD in Asia/Shanghai */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly heardOn?: LegalDate;
}

/** 批评教育 */
export class GiveCriticism extends SupervisorDecisionInput {
  @IsObject()
  @ValidateNested()
  @Type(() => GroundsInput)
  readonly grounds: GroundsInput;
}

/** Either grounds or a failed assessment, never both */
export abstract class CausedDecisionInput extends SupervisorDecisionInput {
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => GroundsInput)
  readonly grounds?: GroundsInput;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AssessmentInput)
  readonly assessment?: AssessmentInput;
}

/** 暂停委派 */
export class SuspendDispatch extends CausedDecisionInput {
  /** ALL: no centre draws the person; OWN: only the acting centre does not */
  @IsIn(['ALL', 'OWN'])
  readonly scope: 'ALL' | 'OWN';

  /** Last day, YYYY-MM-DD in Asia/Shanghai; until lifted, where it is left out */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly until?: LegalDate;
}

/** 恢复委派 */
export class ResumeDispatch {
  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}

/** 暂停期满 */
export class LapseSuspension {
  @IsIn(AREAS)
  readonly suspendedBy: Area;

  /** By the body that selected the internal supervisor */
  @IsOptional()
  @IsBoolean()
  readonly ofBody?: boolean;
}
