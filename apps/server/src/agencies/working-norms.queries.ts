import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { Flag } from '#apps/server/src/http/flag';
import { PageQuery } from '#apps/server/src/http/page.queries';

export class ListWorkingNorms extends PageQuery {
  /** Of centres or of agencies */
  @IsOptional()
  @IsIn(['CENTER', 'AGENCY'])
  readonly by?: string;

  /** Only where a working norm is missing, or only where there is one */
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly missing?: boolean;
}
