import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { Flag } from '#apps/server/src/http/flag';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { AREAS } from '#libs/regulation/areas';
import { SUPERVISOR_TYPES } from '#libs/regulation/own-codes';
import { STANDING_NAMES } from '#libs/supervisors/standing.evolve';

export class ListSupervisors extends PageQuery {
  @IsOptional()
  @IsIn(AREAS)
  readonly area?: string;

  /** As of the last event of the credential */
  @IsOptional()
  @IsIn(Object.keys(STANDING_NAMES))
  readonly state?: string;

  @IsOptional()
  @IsIn(Object.keys(SUPERVISOR_TYPES))
  readonly supervisorType?: string;

  /** Number of the last card, whole */
  @IsOptional()
  @Matches(/^[0-9A-Z-]{4,32}$/)
  readonly cardNumber?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly personId?: string;

  /** 不得再从事 */
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly barred?: boolean;

  /** Whose latest term ends on or before this day, YYYY-MM-DD */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly termEndsBy?: string;
}
