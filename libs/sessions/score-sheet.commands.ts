import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsInt, IsOptional, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Happening } from '#libs/sessions/session.commands';
import type { ItemScore } from '#libs/sessions/score-sheet.events';

abstract class Checked extends Happening {
  /** Whether everything was as it should be */
  @IsBoolean()
  readonly conforms: boolean;

  /** What was looked at and found, without personal data */
  @IsString()
  @Length(1, 4000)
  readonly notes: string;
}

/** 督导准备情况 */
export class CheckPreparation extends Checked {}

/** 督导认定过程 */
export class CheckProcess extends Checked {}

/** 督导认定结果 */
export class CheckResult extends Checked {}

/** 一个评分项目的得分 */
export class ItemScoreInput implements ItemScore {
  @Matches(/^[0-9A-Za-z.-]{1,16}$/)
  readonly item: string;

  @IsInt()
  @Min(0)
  @Max(1000)
  readonly points: number;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  readonly remark?: string;
}

/** 上传内部督导评分表 */
export class UploadScoreSheet {
  /** The template that is in force on the first day of the session */
  @Matches(/^[0-9A-Za-z.-]{1,32}$/)
  readonly templateVersion: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ItemScoreInput)
  readonly scores: ItemScoreInput[];

  /** SHA-256 of the signed sheet in hexadecimal */
  @Matches(/^[0-9a-f]{64}$/)
  readonly sha256: string;
}

/** 锁定评分表 */
export class LockScoreSheet {}

/** 确定认定结果 */
export class FinaliseResults {
  /** How many took part */
  @IsInt()
  @Min(0)
  @Max(100_000)
  readonly candidates: number;

  @IsInt()
  @Min(0)
  @Max(100_000)
  readonly passed: number;
}
