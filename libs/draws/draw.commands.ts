import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { CLOSING_CAUSES, type ClosingCause, LEAVING_REASONS, type LeavingReason } from '#libs/draws/draw.events';
import { POOL_SCOPES, type PoolScope } from '#libs/regulation/own-codes';

/** Who is drawn for a supervision, and how many. */
export abstract class SupervisorsWanted {
  /** Where the candidates come from; unless said, a city's own, for the provincial centre the whole province */
  @IsOptional()
  @IsIn(Object.keys(POOL_SCOPES))
  readonly scope?: PoolScope;

  /** How many supervise; unless said, 3 in a special supervision and 1 in a daily one. A further draw fills one vacant seat */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(20)
  readonly k?: number;
}

/** 抽取督导员 */
export class PrepareDraw extends SupervisorsWanted {
  /** The special supervision; the id of its n-th draw is `<caseId>-<n>` */
  @Matches(/^[0-9a-zA-Z][0-9a-zA-Z-]{0,60}$/)
  readonly caseId: string;
}

/** 完成抽取 */
export class CompleteDraw {
  /** ECVRF proof in hexadecimal */
  @Matches(/^[0-9a-f]{160}$/)
  readonly proof: string;
}

/** 递补 */
export class ReplaceMember {
  @IsString()
  @Length(1, 64)
  readonly caseId: string;

  /** Who left the seat */
  @IsString()
  @Length(1, 64)
  readonly supervisorId: string;

  @IsIn(Object.keys(LEAVING_REASONS))
  readonly reason: LeavingReason;
}

/** 关闭抽取 */
export class CloseDraw {
  @IsIn(Object.keys(CLOSING_CAUSES))
  readonly cause: ClosingCause;
}
