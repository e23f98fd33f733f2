import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, Length, Matches, ValidateNested } from 'class-validator';
import type { LegalDate } from '#libs/event-sourcing/event';
import { FJ_2021 } from '#libs/regulation/parameter-list';
import type { ParameterName } from '#libs/regulation/parameters';

const VERSION = /^FJ-\d{4}(-\d{1,2})?$/;

export class ParameterChangeInput {
  @IsIn(Object.keys(FJ_2021))
  readonly parameter: ParameterName;

  /** As text: a number, a choice, or `true` and `false`, as the parameter is */
  @IsString()
  @Length(1, 200)
  readonly value: string;

  /** Rule, reading or document that the value rests on */
  @IsString()
  @Length(1, 200)
  readonly basis: string;
}

/** 拟定政策版本 */
export class ProposePolicyVersion {
  /** `FJ-2026`, `FJ-2026-1` … */
  @Matches(VERSION)
  readonly version: string;

  /** First day on which facts are judged by it */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly validFrom: LegalDate;

  /** Documents that give the authority for it */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  readonly bases: string[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ParameterChangeInput)
  readonly changes: ParameterChangeInput[];

  @IsString()
  @Length(1, 2000)
  readonly reason: string;
}

class OfVersion {
  /** The version that was proposed */
  @Matches(VERSION)
  readonly version: string;
}

/** 批准政策版本 */
export class ApprovePolicyVersion extends OfVersion {}

/** 退回政策版本 */
export class RejectPolicyVersion extends OfVersion {
  @IsString()
  @Length(1, 2000)
  readonly reason: string;
}
