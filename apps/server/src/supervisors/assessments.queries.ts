import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { AREAS } from '#libs/regulation/areas';

export class ListAssessmentFiles extends PageQuery {
  /** The centre that keeps the file */
  @IsOptional()
  @IsIn(AREAS)
  readonly center?: string;

  /** Id of the credential */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly supervisorId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly personId?: string;
}
