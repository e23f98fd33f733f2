import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import type { AgencySanctionLevel, Violation } from '#libs/agencies/agency-sanction.events';
import type { LegalDate } from '#libs/event-sourcing/event';
import { AGENCY_GROUNDS, type AgencyGround } from '#libs/regulation/codes';
import { SEVERITIES, type Severity } from '#libs/regulation/own-codes';

export abstract class Documented {
  /** References of the evidence */
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly evidence: string[];
}

/** One ground of 第四章二 with what proves it */
export class ViolationInput extends Documented implements Violation {
  @IsIn(Object.keys(AGENCY_GROUNDS))
  readonly ground: AgencyGround;

  /** What happened, without names */
  @IsString()
  @Length(1, 2000)
  readonly description: string;

  /** Stream of the supervision it happened in; needed for G1 and G3 */
  @IsOptional()
  @Matches(/^(case|daily)-[0-9a-zA-Z][0-9a-zA-Z-]{0,63}$/)
  readonly supervision?: string;
}

/** 立案 */
export class OpenViolationCase {
  @IsString()
  @Length(1, 64)
  readonly agencyId: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ViolationInput)
  readonly violations: ViolationInput[];

  @IsIn(Object.keys(SEVERITIES))
  readonly severity: Severity;

  @IsString()
  @Length(1, 2000)
  readonly severityReasons: string;

  /** References of the agency's staff whom it concerns */
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly persons: string[];
}

/** 批准适用其他情形 */
export class ApproveCatchAllGround {
  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}

abstract class WithBases {
  /** Legal bases; those of the Measures, where left out */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  readonly bases?: string[];
}

/** 告知拟处理 */
export class NotifySanction extends WithBases {
  @IsIn(['PLATFORM_OPERATION_HOLD', 'PUBLIC_CRITICISM', 'QUALIFICATION_REVOCATION'])
  readonly proposes: AgencySanctionLevel;

  /** The facts as the agency is told of them: nobody who reported them can be known from it */
  @IsString()
  @Length(1, 4000)
  readonly facts: string;
}

/** 陈述申辩 */
export class SubmitStatement extends Documented {
  @IsString()
  @Length(1, 8000)
  readonly text: string;
}

/** 放弃陈述申辩 */
export class WaiveStatement {}

/** What every decision says */
export abstract class DecisionInput extends WithBases {
  @IsString()
  @Length(1, 4000)
  readonly reasons: string;

  /** What the centre says to the agency's statement */
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  readonly replyToStatement?: string;
}

/** A decision that orders a correction */
export abstract class OrderingInput extends DecisionInput {
  /** What must be put right */
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @Length(1, 600, { each: true })
  readonly demands: string[];

  /** Last day for it, YYYY-MM-DD in Asia/Shanghai; the parameter's period, where left out */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly correctionDueOn?: LegalDate;
}

/** 暂缓平台正常操作并责令改正 */
export class HoldPlatformOperation extends OrderingInput {
  /** Why the agency is not told beforehand, where it is not */
  @IsOptional()
  @IsString()
  @Length(1, 2000)
  readonly withoutNotice?: string;
}

/** 撤销处理 */
export class WithdrawSanction {
  @IsString()
  @Length(1, 4000)
  readonly reasons: string;
}
