import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { AREAS } from '#libs/regulation/areas';

export class ListSupervisionFrequencies extends PageQuery {
  /** Area within which daily supervision was made more frequent */
  @IsOptional()
  @IsIn(AREAS)
  readonly area?: string;
}
