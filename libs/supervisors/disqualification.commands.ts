import { IsIn, IsString, Length } from 'class-validator';
import { CausedDecisionInput, SupervisorDecisionInput } from '#libs/supervisors/sanction.commands';

/** 提出处理建议 */
export class ProposeDisqualification extends CausedDecisionInput {
  @IsIn(['QUALIFICATION_CANCELLED', 'RENEWAL_REFUSED'])
  readonly proposes: 'QUALIFICATION_CANCELLED' | 'RENEWAL_REFUSED';
}

/** 不予采纳处理建议 */
export class DismissDisqualification {
  /** Number of the proposal */
  @IsString()
  @Length(1, 64)
  readonly proposalNo: string;

  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}

abstract class DecisionOnProposal extends SupervisorDecisionInput {
  /** Number of the proposal it follows */
  @IsString()
  @Length(1, 64)
  readonly proposalNo: string;
}

/** 取消资格 */
export class CancelQualification extends DecisionOnProposal {}

/** 不予续聘 */
export class RefuseRenewal extends DecisionOnProposal {}

/** 向当事人所在单位通报 */
export class NotifyEmployer {
  /** Name of the unit */
  @IsString()
  @Length(2, 100)
  readonly employer: string;

  /** Number of the notice */
  @IsString()
  @Length(1, 64)
  readonly noticeNo: string;
}
