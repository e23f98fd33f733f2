import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { ACCESS_PURPOSES, type AccessPurpose, type IdentityField } from '#libs/complaints/reporter.events';

/** 封存举报人身份 */
export class SealReporter implements Readonly<Partial<Record<IdentityField, string>>> {
  @IsString()
  @Length(1, 64)
  readonly name: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly phone?: string;

  @IsOptional()
  @IsString()
  @Length(1, 256)
  readonly address?: string;

  @IsOptional()
  @IsString()
  @Length(1, 256)
  readonly workplace?: string;
}

/** The same command as the record takes it: without a word of the identity. */
export interface SealedReporter {
  readonly subject: string;
  readonly fields: readonly IdentityField[];
  readonly commitment: string;
}

class Reasoned {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 申请查阅举报人身份 */
export class RequestReporterAccess extends Reasoned {
  @IsIn(Object.keys(ACCESS_PURPOSES))
  readonly accessPurpose: AccessPurpose;
}

/** 同意查阅举报人身份 */
export class ApproveReporterAccess {}

/** 不同意查阅举报人身份 */
export class DenyReporterAccess extends Reasoned {}

/** 查阅举报人身份 */
export class OpenReporterIdentity {}

/** 提议销毁举报人身份 */
export class ProposeReporterErasure extends Reasoned {}

/** 确认销毁举报人身份 */
export class ConfirmReporterErasure {}
