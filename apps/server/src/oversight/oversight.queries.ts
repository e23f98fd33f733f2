import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { ArrayUnique, IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { Flag } from '#apps/server/src/http/flag';
import { LegalDay } from '#apps/server/src/http/legal-day';
import { Listed } from '#apps/server/src/http/listed';
import { PageQuery, ViewQuery } from '#apps/server/src/http/page.queries';
import { DIMENSION_NAMES, DIMENSIONS, type DimensionName } from '#libs/oversight/ledger.dimensions';
import { METRICS } from '#libs/oversight/ledger.metrics';

const METRIC_NAMES = METRICS.map(({ name }) => name);

/** A metric, and codes of its dimensions to which it is narrowed: each dimension is a parameter, below. */
export class LedgerSlice extends ViewQuery {
  /** From the list of metrics */
  @IsIn(METRIC_NAMES)
  readonly metric: string;

  /** Rest on this place of the log, from an earlier answer: what was written down since does not count */
  @IsOptional()
  @Matches(/^\d{20}$/)
  readonly position?: string;
}

for (const name of DIMENSION_NAMES) {
  const { label, codes } = DIMENSIONS[name];
  for (const decorate of [IsOptional(), IsIn(codes), ApiPropertyOptional({ enum: [...codes], description: label })]) decorate(LedgerSlice.prototype, name);
}

/** Days in Asia/Shanghai */
export class LedgerWindow {
  /** Happened after this day */
  @IsOptional()
  @LegalDay()
  readonly occurredAfter?: string;

  /** Happened on this day or before: the day as of which the number is; today unless said, or the day of `recordedUpTo` */
  @IsOptional()
  @LegalDay()
  readonly occurredUpTo?: string;

  /** Written down after this day */
  @IsOptional()
  @LegalDay()
  readonly recordedAfter?: string;

  /** Written down on this day or before: what was known then */
  @IsOptional()
  @LegalDay()
  readonly recordedUpTo?: string;
}

export class ReadNumbers extends IntersectionType(LedgerSlice, LedgerWindow) {
  /** Dimensions of the rows, in this order, separated by commas; `area` and those of the metric */
  @IsOptional()
  @Listed()
  @IsIn(DIMENSION_NAMES, { each: true })
  @ArrayUnique()
  readonly by?: readonly DimensionName[];
}

export class ListContributions extends IntersectionType(LedgerSlice, LedgerWindow, PageQuery) {
  /** Also what a record has cancelled out by itself; the sum is the same */
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly all?: boolean;
}

export class CompareNumbers extends ReadNumbers {
  /** Day before, on the clock */
  @LegalDay()
  readonly from: string;

  /** Day after, on the clock */
  @LegalDay()
  readonly to: string;

  /** The clock of the two days: when it happened (`occurred`, unless said), or when it was written down */
  @IsOptional()
  @IsIn(['occurred', 'recorded'])
  readonly clock?: 'occurred' | 'recorded';
}
