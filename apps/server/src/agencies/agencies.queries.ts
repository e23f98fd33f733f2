import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { AREAS } from '#libs/regulation/areas';

export class ListAgencies extends PageQuery {
  @IsOptional()
  @IsIn(AREAS)
  readonly area?: string;

  @IsOptional()
  @IsIn(['EMPLOYER', 'SOCIAL_ORG', 'SCHOOL'])
  readonly agencyType?: string;

  /** Start of the agency's name */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  readonly q?: string;
}
