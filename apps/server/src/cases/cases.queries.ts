import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Flag } from '#apps/server/src/http/flag';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { CASE_STAGES } from '#libs/cases/case.stage';
import { AREAS } from '#libs/regulation/areas';

export class ListCases extends PageQuery {
  /** Area of the agency */
  @IsOptional()
  @IsIn(AREAS)
  readonly area?: string;

  /** The centre that leads the case */
  @IsOptional()
  @IsIn(AREAS)
  readonly dispatcher?: string;

  @IsOptional()
  @IsIn(Object.keys(CASE_STAGES))
  readonly state?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly agencyId?: string;

  /** Only cases with an open deadline that has passed, the oldest first */
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly overdue?: boolean;
}
