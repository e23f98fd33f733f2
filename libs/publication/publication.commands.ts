import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import type { LegalDate } from '#libs/event-sourcing/event';
import { PUBLISHED_KINDS, type PublishedKind, REDACTIONS, type Redaction } from '#libs/publication/publication.events';

/** 督导办结,应当公开结果 */
export class OpenPublication {
  @IsIn(Object.keys(PUBLISHED_KINDS))
  readonly kind: PublishedKind;

  @IsString()
  @Length(1, 64)
  readonly caseId: string;
}

export class RedactionInput {
  @IsIn(Object.keys(REDACTIONS))
  readonly what: Redaction;

  @IsString()
  @Length(1, 500)
  readonly reason: string;
}

/** 拟定公开内容 */
export class ProposePublication {
  /** What was found, without any person */
  @IsString()
  @Length(1, 8000)
  readonly findings: string;

  @IsString()
  @Length(0, 8000)
  readonly guidance: string;

  /** What was left out, and why */
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RedactionInput)
  readonly cut: RedactionInput[];

  /** Why the published result is corrected; due once something was published */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  readonly reason?: string;
}

class Reasoned {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 退回公开内容 */
export class ReturnPublication extends Reasoned {}

/** 批准公开 */
export class ApprovePublication {
  /** First day on which everybody can read it */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly visibleFrom: LegalDate;
}

/** 撤回公开 */
export class WithdrawPublication extends Reasoned {}
