import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, Length, ValidateNested } from 'class-validator';
import { EvidenceInput, Occurring } from '#libs/cases/case-inputs.commands';

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
