import { ArrayUnique, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { Decimal } from '#apps/server/src/http/decimal';
import { Listed } from '#apps/server/src/http/listed';
import { EVENT_TYPES } from '#libs/record/event-schemas';
import { membersLeaving } from '#libs/record/feeds';

const LEAVING = EVENT_TYPES.filter((type) => membersLeaving(type) !== undefined);

export class StreamEvents {
  /** Position of the last event received; from the beginning unless said */
  @IsOptional()
  @Matches(/^\d{20}$/)
  readonly after?: string;

  /** Names of events, separated by commas; all that one may receive unless said */
  @IsOptional()
  @Listed()
  @IsIn(LEAVING, { each: true })
  @ArrayUnique()
  readonly types?: readonly string[];
}

export class PullEvents extends StreamEvents {
  /** 100 unless said */
  @IsOptional()
  @Decimal()
  @IsInt()
  @Min(1)
  @Max(500)
  readonly limit?: number;
}
