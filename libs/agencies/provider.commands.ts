import { IsString, Length, Matches } from 'class-validator';
import type { TrainerQualification } from '#libs/agencies/provider.events';
import type { LegalDate } from '#libs/event-sourcing/event';

/** 登记外督培训考核资质 */
export class QualifyProvider implements TrainerQualification {
  /** Name of the unit */
  @IsString()
  @Length(2, 100)
  readonly name: string;

  /** Number of the document that says so */
  @IsString()
  @Length(1, 64)
  readonly qualificationNo: string;

  /** First day, YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly qualifiedFrom: LegalDate;

  /** Last day, YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly qualifiedUntil: LegalDate;
}

/** 撤销外督培训考核资质 */
export class WithdrawProviderQualification {
  @IsString()
  @Length(1, 2000)
  readonly reason: string;
}
