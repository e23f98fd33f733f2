import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { CancelSupervision, MatterInput } from '#libs/cases/case-intake.commands';
import { INSPECTIONS, type Inspection } from '#libs/cases/daily-plan.events';
import { TARGET_SELECTIONS, type TargetSelection } from '#libs/regulation/own-codes';

/** 日常督导立项 */
export class PlanDailySupervision {
  @IsString()
  @Length(1, 64)
  readonly sessionId: string;

  @IsIn(Object.keys(TARGET_SELECTIONS))
  readonly targetSelection: TargetSelection;

  /** Why this session; due unless it was drawn at random */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  readonly reason?: string;

  /** The draw of targets by which the session was drawn; due where it was drawn at random */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly targetDrawId?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => MatterInput)
  readonly matters: MatterInput[];

  /** Id of the accepted complaint that C3 verifies */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly complaintRef?: string;

  @IsIn(Object.keys(INSPECTIONS))
  readonly inspection: Inspection;

  /** Why the agency is not to know; due where the inspection is covert */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  readonly covertReason?: string;

  /** Marks a supervision beside that of another centre */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  readonly jointReason?: string;
}

/** 取消日常督导 */
export class CancelDailySupervision extends CancelSupervision {}
