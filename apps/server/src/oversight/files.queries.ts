import { IsOptional } from 'class-validator';
import { LegalDay } from '#apps/server/src/http/legal-day';
import { ViewQuery } from '#apps/server/src/http/page.queries';

export class ReadFile extends ViewQuery {
  /** As it was known at the end of this day, YYYY-MM-DD; now unless said */
  @IsOptional()
  @LegalDay()
  readonly asOf?: string;
}
