import { theProvince, theService } from '#libs/access/bearers';
import { type Matter, once, todoSource } from '#libs/event-sourcing/todo';
import type { WebhookEvent } from '#libs/webhooks/webhook.events';

interface Endpoint extends Matter {
  readonly owner: Extract<WebhookEvent, { readonly type: 'WebhookRegistered' }>['data']['owner'];
}

export const webhookTodos = todoSource<WebhookEvent, Endpoint>({
  category: 'webhook',
  path: 'webhooks',
  matter: (before, event) => (event.type === 'WebhookRegistered' ? { title: '事件推送', area: 'FJ', personId: event.data.owner.person, owner: event.data.owner } : before),
  todos: {
    ResumeWebhook: {
      label: '恢复推送', falls: ({ owner }) => (owner.role === 'SERVICE' ? theService(owner.person) : theProvince()), opens: { WebhookSuspended: once }, ends: ['WebhookResumed'],
    },
  },
});
