import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Flag } from '#apps/server/src/http/flag';
import { LegalDay } from '#apps/server/src/http/legal-day';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { AREAS } from '#libs/regulation/areas';
import { OCCUPATION_LEVELS } from '#libs/regulation/own-codes';
import { SESSION_STAGES } from '#libs/sessions/session.evolve';

export class ListSessions extends PageQuery {
  /** Area of the venue */
  @IsOptional()
  @IsIn(AREAS)
  readonly area?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly agencyId?: string;

  @IsOptional()
  @IsIn(Object.keys(SESSION_STAGES))
  readonly stage?: string;

  @IsOptional()
  @IsIn(Object.keys(OCCUPATION_LEVELS))
  readonly level?: string;

  /** First planned day on or after this one */
  @IsOptional()
  @LegalDay()
  readonly from?: string;

  /** First planned day on or before this one */
  @IsOptional()
  @LegalDay()
  readonly to?: string;

  /** Only sessions that nobody could supervise when their days were last judged, or only the others */
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly noInternalSupervisor?: boolean;

  /** Only sessions whose start came before anybody was assigned, or only the others */
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly notCovered?: boolean;

  /** Only sessions whose score sheet was not uploaded in time, or only the others */
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly scoreSheetOverdue?: boolean;
}
