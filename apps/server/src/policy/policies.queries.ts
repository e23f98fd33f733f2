import { IsOptional, Matches } from 'class-validator';
import { ViewQuery } from '#apps/server/src/http/page.queries';

export class GetPolicy extends ViewQuery {
  /** Day on which facts are judged; today unless said */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly on?: string;
}
