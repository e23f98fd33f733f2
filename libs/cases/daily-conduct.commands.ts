import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CHECK_IN_MODES, type CheckInMode } from '#libs/cases/daily-conduct.events';

/** 了解当次评价活动 */
export class AcknowledgeSessionBriefing {}

/** 到场/上线 */
export class CheckIn {
  @IsIn(Object.keys(CHECK_IN_MODES))
  readonly mode: CheckInMode;

  /** Number of the card that is worn, or given with the login; flagged where it is missing or another's */
  @IsOptional()
  @IsString()
  @Length(1, 32)
  readonly cardNumber?: string;
}

/** 结束日常督导 */
export class EndDailySupervision {}
