import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Min } from 'class-validator';

/** 登记推送地址 */
export class RegisterWebhook {
  /** Where events are posted to: https, on a host that the administrators named; no password, query or fragment */
  @IsString()
  @Length(8, 500)
  readonly url: string;

  /** Names of the wanted events, as in the catalogue; all that may be received unless said */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(/^[A-Z][A-Za-z0-9]{1,63}$/, { each: true })
  readonly types?: string[];
}

/** 暂停推送 */
export class SuspendWebhook {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 恢复推送 */
export class ResumeWebhook {}

/** 更换推送密钥 */
export class RotateWebhookSecret {}

/** 重新推送一个事件 */
export class RedeliverEvent {
  /** `subject` of the event as a CloudEvent */
  @Matches(/^[a-z]{1,32}-[0-9a-zA-Z-]{1,64}$/)
  readonly stream: string;

  /** `id` of the event as a CloudEvent, `webhook-id` of its deliveries */
  @IsUUID()
  readonly eventId: string;
}

/** 推送失败而暂停 */
export class SuspendFailingWebhook {
  @IsIn(['FAILING', 'GONE'])
  readonly cause: 'FAILING' | 'GONE';

  @IsInt()
  @Min(1)
  readonly failures: number;
}

/** 暂停期满 */
export class LapseWebhookSuspension {}
