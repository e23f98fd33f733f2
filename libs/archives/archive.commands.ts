import { IsString, Length, Matches } from 'class-validator';

/** 归档封存 */
export class SealArchivePackage {}

class Reasoned {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 调阅档案 */
export class AccessArchive extends Reasoned {}

/** 延长档案保管期限 */
export class ExtendArchiveRetention extends Reasoned {
  /** The new last day */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly keepUntil: string;
}

/** 鉴定并提议销毁档案 */
export class ProposeArchiveDisposal {
  /** What the appraisal found */
  @IsString()
  @Length(1, 1000)
  readonly appraisal: string;
}

/** 确认销毁档案 */
export class ConfirmArchiveDisposal {}
