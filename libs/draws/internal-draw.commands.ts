import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

/** 抽取内督 */
export class PrepareInternalDraw {
  /** The session; the id of its n-th draw is `<sessionId>-i<n>` */
  @Matches(/^[0-9a-zA-Z][0-9a-zA-Z-]{0,59}$/)
  readonly sessionId: string;

  /** How many supervise; 1 unless said */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  readonly k?: number;
}
