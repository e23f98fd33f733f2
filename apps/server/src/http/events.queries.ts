import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Decimal } from '#apps/server/src/http/decimal';

export class ReadEvents {
  /** First revision, included; 0 unless said */
  @IsOptional()
  @Decimal()
  @IsInt()
  @Min(0)
  readonly from?: number;

  /** 100 unless said */
  @IsOptional()
  @Decimal()
  @IsInt()
  @Min(1)
  @Max(500)
  readonly limit?: number;
}
