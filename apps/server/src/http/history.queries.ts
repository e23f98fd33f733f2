import { IsIn, IsInt, IsISO8601, IsOptional, Matches, Min } from 'class-validator';
import { Decimal } from '#apps/server/src/http/decimal';

/** A point in the history of one stream: a revision, or an instant on one of the two clocks. */
export class AsOf {
  /** Up to this revision, included */
  @IsOptional()
  @Decimal()
  @IsInt()
  @Min(0)
  readonly revision?: number;

  /** Up to this instant, included: RFC 3339 in UTC with milliseconds */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/)
  readonly at?: string;

  /** What `at` means: what was written down by then (`recorded`, unless said), or what had happened by then as is known today */
  @IsOptional()
  @IsIn(['recorded', 'occurred'])
  readonly clock?: 'recorded' | 'occurred';
}

export class Between {
  /** Revision before */
  @Decimal()
  @IsInt()
  @Min(0)
  readonly from: number;

  /** Revision after */
  @Decimal()
  @IsInt()
  @Min(0)
  readonly to: number;
}
