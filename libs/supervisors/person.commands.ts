import { IsIn, IsString, Length } from 'class-validator';
import { SUPERVISOR_TYPES, type SupervisorType } from '#libs/regulation/own-codes';

abstract class AboutCredential {
  @IsString()
  @Length(1, 64)
  readonly credentialId: string;
}

/** 占用资格名额: part of an application */
export class ClaimCredential extends AboutCredential {
  @IsIn(Object.keys(SUPERVISOR_TYPES))
  readonly supervisorType: SupervisorType;
}

/** 释放资格名额 */
export class ReleaseCredential extends AboutCredential {}

/** 列入不得再从事名单 */
export class RecordBar extends AboutCredential {
  @IsIn(['QUALIFICATION_CANCELLED', 'RENEWAL_REFUSED'])
  readonly decision: 'QUALIFICATION_CANCELLED' | 'RENEWAL_REFUSED';

  @IsString()
  @Length(1, 64)
  readonly decisionNo: string;
}

/** 撤销处理 */
export class ReverseBar extends AboutCredential {
  @IsIn(['REVIEW', 'COURT'])
  readonly outcomeOf: 'REVIEW' | 'COURT';

  /** Number of the review decision or the judgment */
  @IsString()
  @Length(1, 100)
  readonly documentNo: string;

  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}
