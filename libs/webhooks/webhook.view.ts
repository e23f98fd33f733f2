import type { Actor, GlobalPosition, Instant, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { SuspensionCause, WebhookEvent } from '#libs/webhooks/webhook.events';

/** 推送地址: one document an endpoint, without its secret. */
export interface WebhookFile {
  readonly webhookId: string;
  readonly url: string;
  /** Names of the wanted events; empty for all that the owner may receive. */
  readonly types: readonly string[];
  readonly owner: Actor;
  /** Reference of the owner, where it is a service; else empty. */
  readonly service: string;
  /** Where in the log it was registered: what is later is delivered. */
  readonly registeredAt: GlobalPosition;
  readonly isSuspended: boolean;
  readonly suspendedBecause?: SuspensionCause | undefined;
  /** When the suspension lapses by itself. */
  readonly suspendedUntil?: Instant | undefined;
  /** Of the secret: 1 for the first. */
  readonly generation: number;
  /** Until when deliveries are signed with the secret before, too. */
  readonly previousUntil?: Instant;
}

const PREFIX = 'webhook-';

export const webhookFile: View<WebhookFile> = {
  name: 'webhook-file',
  version: 1,
  categories: ['webhook'],
  indexes: ['service', 'isSuspended'],
  keys: ({ stream, type }) => (type === 'WebhookRedeliveryRequested' ? [] : [stream.slice(PREFIX.length)]),
  apply: (file, stored, webhookId) => {
    const event = stored as unknown as Recorded<WebhookEvent>;
    if (event.type === 'WebhookRegistered') {
      const { role, person } = event.data.owner;
      return { webhookId, ...event.data, service: role === 'SERVICE' ? person : '', registeredAt: event.position, isSuspended: false, generation: 1 };
    }
    return file === null ? null : changed(file, event);
  },
};

function changed(file: WebhookFile, event: Exclude<Recorded<WebhookEvent>, { readonly type: 'WebhookRegistered' }>): WebhookFile {
  switch (event.type) {
    case 'WebhookSuspended':
      return { ...file, isSuspended: true, suspendedBecause: event.data.cause, suspendedUntil: event.data.until };
    case 'WebhookResumed': {
      const { suspendedBecause: _because, suspendedUntil: _until, ...resumed } = file;
      return { ...resumed, isSuspended: false };
    }
    case 'WebhookSecretRotated':
      return { ...file, ...event.data };
    case 'WebhookRedeliveryRequested':
      return file;
  }
}
