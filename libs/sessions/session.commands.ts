import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import type { Instant } from '#libs/event-sourcing/event';
import { ACTIVITY_TYPES, type ActivityType, OCCUPATION_LEVELS, type OccupationLevel } from '#libs/regulation/own-codes';
import type { StaffRole } from '#libs/sessions/session.events';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

abstract class InSlot {
  /** UTC with milliseconds */
  @Matches(INSTANT)
  readonly startsAt: Instant;

  /** UTC with milliseconds */
  @Matches(INSTANT)
  readonly endsAt: Instant;
}

abstract class Reasoned {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 登记场次 */
export class RegisterSession extends InSlot {
  @IsString()
  @Length(1, 64)
  readonly agencyId: string;

  @IsIn(ACTIVITY_TYPES)
  readonly activityType: ActivityType;

  /** Name of the occupation */
  @IsString()
  @Length(1, 100)
  readonly occupation: string;

  @IsIn(Object.keys(OCCUPATION_LEVELS))
  readonly level: OccupationLevel;

  /** GB/T 2260 code of the place of conduct, six digits */
  @Matches(/^\d{6}$/)
  readonly venueDivision: string;

  /** The place, as the agency calls it */
  @IsString()
  @Length(1, 200)
  readonly venue: string;
}

/** 场次改期 */
export class RescheduleSession extends InSlot {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 取消场次 */
export class CancelSession extends Reasoned {}

/** 考评人员或者考务人员 */
export class StaffInput {
  /** Reference of the person */
  @Matches(/^[0-9a-zA-Z-]{1,64}$/)
  readonly personId: string;

  @IsIn(['EXAMINER', 'EXAM_STAFF'])
  readonly role: StaffRole;
}

/** 安排考评、考务人员 */
export class AssignSessionStaff {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique(({ personId }: StaffInput) => personId)
  @ValidateNested({ each: true })
  @Type(() => StaffInput)
  readonly staff: StaffInput[];
}

/** 撤出考评、考务人员 */
export class WithdrawSessionStaff extends Reasoned {
  /** Reference of the person */
  @Matches(/^[0-9a-zA-Z-]{1,64}$/)
  readonly personId: string;
}

/** A step that may be recorded after it happened. */
export abstract class Happening {
  /** When it happened, UTC with milliseconds; now, where it is left out */
  @IsOptional()
  @Matches(INSTANT)
  readonly occurredAt?: Instant;
}

/** 场次开考 */
export class StartSession extends Happening {}

/** 场次结束 */
export class EndSession extends Happening {}
