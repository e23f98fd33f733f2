import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, Min } from 'class-validator';
import type { Vote } from '#libs/cases/case-opinion.events';
import type { LegalDate } from '#libs/event-sourcing/event';
import { CONTENT_ITEMS, type ContentItemCode } from '#libs/regulation/codes';
import { SEVERITIES, type Severity } from '#libs/regulation/own-codes';

/** What was found, in either opinion. */
abstract class FoundInput {
  @IsIn(['CONFORMS', 'PROBLEM'])
  readonly result: 'CONFORMS' | 'PROBLEM';

  /** Of a problem */
  @IsOptional()
  @IsIn(Object.keys(SEVERITIES))
  readonly severity?: Severity;

  @IsString()
  @Length(1, 600)
  readonly facts: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly evidenceIds: string[];
}

/** 初步督导意见中的一项发现 */
export class PreliminaryFindingInput extends FoundInput {
  @IsIn(Object.keys(CONTENT_ITEMS))
  readonly item: ContentItemCode;
}

/** 督导意见书中的一项发现: bears the number it has in the preliminary opinion */
export class FindingInput extends FoundInput {
  @IsInt()
  @Min(1)
  readonly no: number;
}

/** What is asked of the agency, in either opinion. */
abstract class AskedInput {
  @IsString()
  @Length(1, 300)
  readonly text: string;
}

/** 初步督导意见中的一项整改要求 */
export class PreliminaryDemandInput extends AskedInput {
  /** Numbers of the problems it answers: 1 is the first finding */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ArrayUnique()
  @IsInt({ each: true })
  readonly findingNos: number[];
}

/** 督导意见书中的一项整改要求: bears the number it has in the preliminary opinion */
export class DemandInput extends AskedInput {
  @IsInt()
  @Min(1)
  readonly no: number;

  /** Last day to meet it */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly dueOn: LegalDate;
}

/** 表决 */
export class VoteInput implements Vote {
  @IsString()
  @Length(1, 64)
  readonly supervisorId: string;

  @IsIn(['FOR', 'AGAINST', 'ABSTAIN'])
  readonly vote: Vote['vote'];

  /** Of one who votes against */
  @IsOptional()
  @IsString()
  @Length(1, 600)
  readonly dissent?: string;
}
