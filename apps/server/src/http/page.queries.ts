import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Decimal } from '#apps/server/src/http/decimal';

/** What every query of a view may say. */
export class ViewQuery {
  /** Wait until the view has folded the event at this position (from a command's answer) */
  @IsOptional()
  @Matches(/^\d{20}$/)
  readonly minPosition?: string;
}

/** What every list may say. */
export class PageQuery extends ViewQuery {
  /** 50 unless said */
  @IsOptional()
  @Decimal()
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit?: number;

  /** Opaque: from `next` of the page before */
  @IsOptional()
  @IsString()
  @MaxLength(2048)
  readonly cursor?: string;
}
