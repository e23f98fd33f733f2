import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { type AddresseeKind, ADDRESSEES, RESPONSIBILITIES, type Responsibility } from '#libs/agencies/agency-ladder.events';
import { DecisionInput, OrderingInput } from '#libs/agencies/agency-sanction.commands';
import type { LegalDate } from '#libs/event-sourcing/event';

/** Somebody of the agency's staff who is responsible */
export class ResponsiblePersonInput {
  /** Reference of the person */
  @IsString()
  @Length(1, 64)
  readonly person: string;

  @IsIn(Object.keys(RESPONSIBILITIES))
  readonly responsibility: Responsibility;
}

/** The department above the agency, or why there is none */
export class AddresseeInput {
  @IsIn(Object.keys(ADDRESSEES))
  readonly kind: AddresseeKind;

  /** Its name */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  readonly name?: string;

  /** Why there is none */
  @IsOptional()
  @IsString()
  @Length(1, 600)
  readonly reason?: string;
}

/** 通报批评并提出处分建议 */
export class CriticiseAgency extends OrderingInput {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ResponsiblePersonInput)
  readonly persons: ResponsiblePersonInput[];

  @IsObject()
  @ValidateNested()
  @Type(() => AddresseeInput)
  readonly addressee: AddresseeInput;

  /** What is recommended about the persons */
  @IsString()
  @Length(1, 2000)
  readonly recommendation: string;
}

/** 申请听证 */
export class RequestHearing {
  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}

/** 举行听证 */
export class HoldHearing {
  /** YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly heldOn: LegalDate;

  @IsString()
  @Length(1, 8000)
  readonly summary: string;
}

/** 提请取消认定工作资格 */
export class ProposeRevocation extends DecisionInput {}

/** 确认取消认定工作资格 */
export class ConfirmRevocation {}

/** 不予确认取消认定工作资格 */
export class RejectRevocation {
  @IsString()
  @Length(1, 4000)
  readonly reasons: string;
}
