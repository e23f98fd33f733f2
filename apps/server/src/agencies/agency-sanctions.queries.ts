import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Flag } from '#apps/server/src/http/flag';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { AGENCY_SANCTION_STAGES } from '#libs/agencies/agency-sanction.stage';
import { AREAS } from '#libs/regulation/areas';

export class ListAgencySanctions extends PageQuery {
  /** The centre that decides */
  @IsOptional()
  @IsIn(AREAS)
  readonly center?: string;

  @IsOptional()
  @IsIn(Object.keys(AGENCY_SANCTION_STAGES))
  readonly stage?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly agencyId?: string;

  /** Only cases with a period that has run out, the oldest first */
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly overdue?: boolean;
}
