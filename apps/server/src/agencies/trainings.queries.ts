import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { TRAINING_STAGES } from '#libs/agencies/training.evolve';
import { AREAS } from '#libs/regulation/areas';

export class ListTrainings extends PageQuery {
  @IsOptional()
  @IsIn(AREAS)
  readonly area?: string;

  @IsOptional()
  @IsIn(Object.keys(TRAINING_STAGES))
  readonly stage?: string;

  /** The agency that trains */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly agencyId?: string;

  /** The industry department that trains */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly departmentId?: string;
}
