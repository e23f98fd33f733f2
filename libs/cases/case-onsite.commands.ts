import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { EvidenceInput, Occurring } from '#libs/cases/case-inputs.commands';

/** 决定暗访 */
export class OrderCovertInspection {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 公开暗访 */
export class DiscloseInspection extends Occurring {
  /** What the agency is told, as in a notice */
  @IsString()
  @Length(1, 4000)
  readonly text: string;

  /** Number of the card that is shown; flagged where it is missing or another's */
  @IsOptional()
  @IsString()
  @Length(1, 32)
  readonly cardNumber?: string;

  /** Working days for the self-assessment report; the parameter's, where left out */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  readonly selfReportWorkingDays?: number;
}

/** 开始现场考察(核查) */
export class StartOnSite extends Occurring {
  /** supervisorIds of the members on the spot */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly present: string[];
}

/** 听取评价机构意见 */
export class HearViews extends Occurring {
  @IsString()
  @Length(1, 4000)
  readonly minutes: string;

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => EvidenceInput)
  readonly evidence: EvidenceInput[];
}

/** 结束现场考察(核查) */
export class EndOnSite extends Occurring {
  @IsString()
  @Length(1, 4000)
  readonly summary: string;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => EvidenceInput)
  readonly evidence: EvidenceInput[];
}
