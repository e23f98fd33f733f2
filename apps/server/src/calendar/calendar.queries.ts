import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Decimal } from '#apps/server/src/http/decimal';
import { ViewQuery } from '#apps/server/src/http/page.queries';

export class CountDue extends ViewQuery {
  /** Day of the event that starts the period, YYYY-MM-DD in Asia/Shanghai; itself not counted */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly start: string;

  @Decimal()
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly days: number;

  /** Working days unless said; CD: calendar days */
  @IsOptional()
  @IsIn(['WD', 'CD'])
  readonly kind?: 'WD' | 'CD';
}
