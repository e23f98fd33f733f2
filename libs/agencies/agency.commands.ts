import { IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator';
import type { AgencyType } from '#libs/agencies/agency.events';
import type { LegalDate } from '#libs/event-sourcing/event';

/** 备案登记评价机构 */
export class RegisterAgency {
  /** Name of the agency */
  @IsString()
  @Length(2, 100)
  readonly name: string;

  @IsIn(['EMPLOYER', 'SOCIAL_ORG', 'SCHOOL'])
  readonly agencyType: AgencyType;

  /** GB/T 2260 code of the place of filing, six digits */
  @Matches(/^\d{6}$/)
  readonly division: string;

  /** 中央在闽分支机构 */
  @IsBoolean()
  readonly isCentralBranch: boolean;

  /** Day of filing, YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly filedOn: string;
}

/** 内督培训到期提醒 */
export class RemindOfTraining {
  /** Day from which the interval counts, YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly since: LegalDate;
}
