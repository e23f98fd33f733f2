import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Length, Matches, ValidateNested } from 'class-validator';
import type { Provision } from '#libs/agencies/working-norm.events';
import type { LegalDate } from '#libs/event-sourcing/event';

/** One thing that is asked beyond the Measures */
export class ProvisionInput implements Provision {
  /** Id of the rule of the Measures that it adds to */
  @IsString()
  @Length(1, 20)
  readonly addsTo: string;

  @IsString()
  @Length(1, 2000)
  readonly text: string;
}

abstract class Publishing {
  @IsString()
  @Length(1, 200)
  readonly title: string;

  /** SHA-256 of the text as published, 64 hexadecimal digits */
  @Matches(/^[0-9a-f]{64}$/)
  readonly sha256: string;

  /** First day, YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly effectiveFrom: LegalDate;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ProvisionInput)
  readonly provisions: ProvisionInput[];
}

/** 发布工作规范 */
export class PublishWorkingNorm extends Publishing {}

/** 发布规范管理内督要求 */
export class PublishInternalRequirements extends Publishing {}
