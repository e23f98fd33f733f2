import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Evidenced } from '#libs/supervisors/sanction.commands';

/** 泄密核查结论 */
export class ConcludeLeakVerification extends Evidenced {
  /** Number the centre gives the verification */
  @IsString()
  @Length(1, 64)
  readonly verificationNo: string;

  @IsIn(['LEAK_CONFIRMED', 'LEAK_NOT_CONFIRMED'])
  readonly result: 'LEAK_CONFIRMED' | 'LEAK_NOT_CONFIRMED';

  /** What was verified and found, without names */
  @IsString()
  @Length(1, 8000)
  readonly findings: string;

  /** The supervision whose secrets are meant */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly caseId?: string;
}
