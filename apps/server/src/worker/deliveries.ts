import type { ActorSource } from '#apps/server/src/http/actor-source';
import type { WebhookMeans } from '#apps/server/src/webhooks/webhook-access';
import type { Clock } from '#libs/event-sourcing/clock';
import { releasedTo } from '#libs/record/cloud-event';
import type { SupervisionRecord } from '#libs/record/record';
import { type DeliveriesParts, WebhookDeliveries } from '#libs/webhooks/webhook-deliveries';
import { webhookPost } from '#libs/webhooks/webhook-post';

export interface DeliveryMeans extends Pick<DeliveriesParts, 'onDelivery' | 'onFault'> {
  readonly webhooks: WebhookMeans;
  readonly actors: ActorSource;
  readonly clock: Clock;
}

/** Deliveries of the record to webhooks: what leaves the house, to whom may receive it now. */
export function deliveriesOf({ events, views, commands, journal, leases }: SupervisionRecord, { webhooks, actors, ...means }: DeliveryMeans): WebhookDeliveries {
  return new WebhookDeliveries({
    ...means,
    store: events,
    views,
    commands,
    journal,
    leases,
    secrets: webhooks.secrets,
    chance: Math.random,
    post: webhookPost(webhooks.hosts),
    ownerNow: (owner) => actors.standing(owner),
    release: (event, to) => releasedTo(to, event, events.storeId),
  });
}
