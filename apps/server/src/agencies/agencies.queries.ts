import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Flag } from '#apps/server/src/http/flag';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { STANDINGS } from '#libs/agencies/agency-standing.evolve';
import { AREAS } from '#libs/regulation/areas';

export class ListAgencies extends PageQuery {
  @IsOptional()
  @IsIn(AREAS)
  readonly area?: string;

  @IsOptional()
  @IsIn(['EMPLOYER', 'SOCIAL_ORG', 'SCHOOL'])
  readonly agencyType?: string;

  /** 中央在闽分支机构 */
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly isCentralBranch?: boolean;

  /** 机构状态 */
  @IsOptional()
  @IsIn(Object.keys(STANDINGS))
  readonly standing?: string;

  /** Part of the agency's name or id; looked for in the agencies that meet the other filters */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  readonly q?: string;
}
