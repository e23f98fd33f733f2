import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';

/** 泄密核查结论 */
export class ConcludeLeakVerification {
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

  /** References of the evidence */
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly evidence: string[];

  /** The supervision whose secrets are meant */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly caseId?: string;
}
