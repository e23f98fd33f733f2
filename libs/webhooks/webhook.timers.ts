import type { TimerSource } from '#libs/event-sourcing/timer';
import type { WebhookEvent } from '#libs/webhooks/webhook.events';

export const webhookTimers: TimerSource = {
  categories: ['webhook'],
  happens: { LapseWebhookSuspension: '恢复推送' },
  timers: (event) => {
    const { type, data } = event as unknown as WebhookEvent;
    const timer = `${event.stream}:suspension`;
    switch (type) {
      case 'WebhookSuspended':
        if (data.until === undefined) return [{ timer, ended: true }];
        return [{ timer, dueAt: data.until, request: { name: 'LapseWebhookSuspension', target: event.stream.slice('webhook-'.length), body: {} } }];
      case 'WebhookResumed':
        return [{ timer, ended: true }];
      case 'WebhookRegistered':
      case 'WebhookSecretRotated':
      case 'WebhookRedeliveryRequested':
        return [];
    }
  },
};
