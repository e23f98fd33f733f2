import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { Documented } from '#libs/agencies/agency-sanction.commands';
import type { LegalDate } from '#libs/event-sourcing/event';

/** 提交改正报告 */
export class SubmitCorrection extends Documented {
  /** What was done about each demand */
  @IsString()
  @Length(1, 8000)
  readonly report: string;
}

/** 改正通过,恢复平台正常操作 */
export class AcceptCorrection {
  @IsString()
  @Length(1, 4000)
  readonly conclusion: string;
}

/** 退回改正报告 */
export class ReturnCorrection {
  @IsString()
  @Length(1, 4000)
  readonly reasons: string;

  /** New last day, YYYY-MM-DD in Asia/Shanghai; the parameter's period, where left out */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly correctionDueOn?: LegalDate;
}

/** 催告改正 */
export class RemindCorrection {
  @IsString()
  @Length(1, 2000)
  readonly text: string;
}

/** 认定拒不改正 */
export class RecordCorrectionRefusal {
  @IsIn(['EXPRESS_REFUSAL', 'OVERDUE_AFTER_REMINDER'])
  readonly ground: 'EXPRESS_REFUSAL' | 'OVERDUE_AFTER_REMINDER';

  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}
