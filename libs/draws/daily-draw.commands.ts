import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { POOL_SCOPES, type PoolScope } from '#libs/regulation/own-codes';

/** 抽取日常督导员 */
export class PrepareDailyDraw {
  /** The daily supervision; the id of its n-th draw is `<caseId>-d<n>` */
  @Matches(/^[0-9a-zA-Z][0-9a-zA-Z-]{0,59}$/)
  readonly caseId: string;

  /** Where the candidates come from; unless said, a city's own, for the provincial centre the whole province */
  @IsOptional()
  @IsIn(Object.keys(POOL_SCOPES))
  readonly scope?: PoolScope;

  /** How many supervise; 1 unless said. A further draw fills one vacant seat */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(20)
  readonly k?: number;
}
