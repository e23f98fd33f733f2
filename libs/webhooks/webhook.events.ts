import type { Actor, Fact, Instant } from '#libs/event-sourcing/event';

/** Why nothing is delivered: somebody asked for it; too many failures in a row; the endpoint said that it is gone. */
export const SUSPENSION_CAUSES = { ASKED: '应要求', FAILING: '连续推送失败', GONE: '对方声明地址已停用' } as const;
export type SuspensionCause = keyof typeof SUSPENSION_CAUSES;

/** 登记推送地址: from here on the events that its owner may receive are delivered to it, in the order of the log. */
export type WebhookRegistered = Fact<
  'WebhookRegistered',
  {
    /** Without a password, a query or a fragment. */
    readonly url: string;
    /** Stored names of the events that are wanted; empty for all. */
    readonly types: readonly string[];
    /** On whose behalf: their rights are asked at each delivery. */
    readonly owner: Actor;
  }
>;

/** 暂停推送: what happens meanwhile waits. */
export type WebhookSuspended = Fact<
  'WebhookSuspended',
  {
    readonly cause: SuspensionCause;
    /** Of whoever asked. */
    readonly reason?: string;
    /** Attempts that failed in a row. */
    readonly failures?: number;
    /** When it lapses by itself; absent where somebody must resume it. */
    readonly until?: Instant;
  }
>;

/** 恢复推送: by the one who was asked, or since the suspension lapsed. */
export type WebhookResumed = Fact<'WebhookResumed', { readonly cause: 'ASKED' | 'LAPSED' }>;

/** 更换推送密钥: the secret itself is nowhere, it follows from the generation. */
export type WebhookSecretRotated = Fact<
  'WebhookSecretRotated',
  {
    /** The first secret is 1. */
    readonly generation: number;
    /** Until when deliveries bear the signature of the secret before, too. */
    readonly previousUntil: Instant;
  }
>;

/** 要求重新推送: one event once more, in the turn of this request. */
export type WebhookRedeliveryRequested = Fact<
  'WebhookRedeliveryRequested',
  {
    readonly stream: string;
    /** `id` of the event, which is that of its deliveries. */
    readonly eventId: string;
  }
>;

export type WebhookEvent = WebhookRegistered | WebhookSuspended | WebhookResumed | WebhookSecretRotated | WebhookRedeliveryRequested;

export const webhookBasis: Readonly<Record<WebhookEvent['type'], readonly string[]>> = {
  WebhookRegistered: ['R2.7(四)'],
  WebhookSuspended: ['R2.7(四)'],
  WebhookResumed: ['R2.7(四)'],
  WebhookSecretRotated: ['R2.7(五)'],
  WebhookRedeliveryRequested: ['R2.7(四)'],
};
