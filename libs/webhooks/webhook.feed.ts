import type { Feed } from '#libs/event-sourcing/feed';
import type { WebhookEvent } from '#libs/webhooks/webhook.events';

const OWN = '推送地址只与登记它的系统有关,不向其他系统推送';

export const webhookFeed: Feed<WebhookEvent> = {
  WebhookRegistered: OWN,
  WebhookSuspended: OWN,
  WebhookResumed: OWN,
  WebhookSecretRotated: OWN,
  WebhookRedeliveryRequested: OWN,
};
