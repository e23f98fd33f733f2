import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { LegalDay } from '#apps/server/src/http/legal-day';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { RECORD_TIMELINESS } from '#libs/cases/daily-file.view';
import { DAILY_STAGES } from '#libs/cases/daily.stage';
import { AREAS } from '#libs/regulation/areas';

export class ListDailyCases extends PageQuery {
  /** Area of the venue */
  @IsOptional()
  @IsIn(AREAS)
  readonly area?: string;

  /** The centre that leads the supervision */
  @IsOptional()
  @IsIn(AREAS)
  readonly dispatcher?: string;

  @IsOptional()
  @IsIn(Object.keys(DAILY_STAGES))
  readonly stage?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly agencyId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly sessionId?: string;

  /** Whether the record form is awaited, overdue, or came in time */
  @IsOptional()
  @IsIn(Object.keys(RECORD_TIMELINESS))
  readonly timeliness?: string;

  /** First day of the session on or after this one */
  @IsOptional()
  @LegalDay()
  readonly from?: string;

  /** First day of the session on or before this one */
  @IsOptional()
  @LegalDay()
  readonly to?: string;
}

export class ListDailyMeasures extends PageQuery {
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly agencyId?: string;
}
