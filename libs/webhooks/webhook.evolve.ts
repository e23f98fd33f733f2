import type { Actor, Instant, Recorded } from '#libs/event-sourcing/event';
import type { SuspensionCause, WebhookEvent } from '#libs/webhooks/webhook.events';

export interface Webhook {
  readonly owner: Actor;
  /** Of the secret. */
  readonly generation: number;
  readonly suspension?: { readonly cause: SuspensionCause; readonly until?: Instant } | undefined;
}

export type WebhookState = Webhook | undefined;

export function evolveWebhook(webhook: WebhookState, event: Recorded<WebhookEvent>): WebhookState {
  if (event.type === 'WebhookRegistered') return { owner: event.data.owner, generation: 1 };
  return webhook === undefined ? undefined : changed(webhook, event);
}

function changed(webhook: Webhook, event: Exclude<Recorded<WebhookEvent>, { readonly type: 'WebhookRegistered' }>): Webhook {
  switch (event.type) {
    case 'WebhookSuspended':
      return { ...webhook, suspension: event.data };
    case 'WebhookResumed':
      return { ...webhook, suspension: undefined };
    case 'WebhookSecretRotated':
      return { ...webhook, generation: event.data.generation };
    case 'WebhookRedeliveryRequested':
      return webhook;
  }
}
