import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsISO8601, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import type { Evidence } from '#libs/cases/evidence';
import type { Instant } from '#libs/event-sourcing/event';
import { EVIDENCE_CLASSES, type EvidenceClass } from '#libs/regulation/own-codes';

/** A step that may be recorded after it happened. */
export abstract class Occurring {
  /** When it happened, UTC with milliseconds; now, where it is left out */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  readonly occurredAt?: Instant;
}

/** 证据材料 */
export class EvidenceInput implements Evidence {
  @IsString()
  @Length(1, 64)
  readonly evidenceId: string;

  /** What it is, without personal data */
  @IsString()
  @Length(1, 200)
  readonly title: string;

  /** SHA-256 of the bytes in hexadecimal */
  @Matches(/^[0-9a-f]{64}$/)
  readonly sha256: string;

  @IsIn(Object.keys(EVIDENCE_CLASSES))
  readonly classification: EvidenceClass;
}

/** A paper of the agency with what proves it. */
export abstract class WithEvidence {
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => EvidenceInput)
  readonly evidence: EvidenceInput[];
}

/** What is said to the agency beside the findings. */
export abstract class Guiding {
  /** 指导意见 */
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  readonly guidance: string[];
}

/** A paper that goes out in the name of the centre. */
export abstract class OnLegalBases extends Guiding {
  /** Legal bases; the Measures and the texts they rest on, where left out */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  readonly bases?: string[];
}
