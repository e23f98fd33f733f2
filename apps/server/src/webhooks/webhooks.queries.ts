import { PickType } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Decimal } from '#apps/server/src/http/decimal';
import { Flag } from '#apps/server/src/http/flag';
import { PageQuery } from '#apps/server/src/http/page.queries';

export class ListWebhooks extends PageQuery {
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly isSuspended?: boolean;
}

export class ListWebhookDeliveries extends PickType(PageQuery, ['limit']) {
  /** Only attempts with a smaller number: `next` of the page before */
  @IsOptional()
  @Decimal()
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  readonly before?: number;
}
