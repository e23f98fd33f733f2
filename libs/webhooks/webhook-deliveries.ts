import { createHash } from 'node:crypto';
import type { EventStore } from '#libs/event-sourcing/event-store';
import type { Leases } from '#libs/event-sourcing/lease';
import { type ViewReader, ViewStale } from '#libs/event-sourcing/view-reader';
import { webhookFile } from '#libs/webhooks/webhook.view';
import { type DeliveryParts, WebhookDelivery } from '#libs/webhooks/webhook-delivery';

const PARTITIONS = 8;
const pieceOf = (partition: number): string => `webhooks:${partition}`;

/** The pieces of work that workers share: each has the endpoints whose id falls to it. */
export const WEBHOOK_PIECES: readonly string[] = Array.from({ length: PARTITIONS }, (_none, partition) => pieceOf(partition));

const pieceOfWebhook = (webhookId: string): string => pieceOf((createHash('sha256').update(webhookId).digest()[0] ?? 0) % PARTITIONS);

/** As many as there will ever be. */
export const MOST_ENDPOINTS = 1_000;

export interface DeliveriesParts extends Omit<DeliveryParts, 'views' | 'isMine'> {
  readonly store: DeliveryParts['store'] & Pick<EventStore, 'head' | 'subscribe'>;
  readonly views: Pick<ViewReader, 'get' | 'find'>;
  /** Where workers share the work: what is this one's. */
  readonly leases?: Pick<Leases, 'mine'> | undefined;
  /** Told of what broke off the deliveries to an endpoint: they are begun again. */
  readonly onFault: (fault: unknown) => void;
}

/** Deliveries to all endpoints, each on its own: none waits for another. */
export class WebhookDeliveries {
  private readonly underWay = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(private readonly parts: DeliveriesParts) {}

  /** Begins what is due and not under way, after every append and with every call, until the signal aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    const after = await this.parts.store.head();
    await this.begin();
    for await (const page of this.parts.store.subscribe({ after, signal })) {
      if (page.events.length > 0) await this.begin();
    }
  }

  /** Resolves when everything due is under way, not when it is done. */
  async begin(): Promise<void> {
    for (const webhookId of await this.endpoints()) {
      if (this.underWay.has(webhookId) || this.stopping.signal.aborted) continue;
      const delivery = new WebhookDelivery({ ...this.parts, isMine: (id) => this.isMine(id) }, webhookId, this.stopping.signal);
      this.underWay.set(webhookId, delivery.run().catch(this.parts.onFault).finally(() => this.underWay.delete(webhookId)));
    }
  }

  /** Resolves when nothing is under way. */
  async done(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay.values());
  }

  /** Breaks off attempts that are under way: they will be made again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.done();
  }

  /** Those that are not suspended; none while the view of them is being rebuilt. */
  private async endpoints(): Promise<readonly string[]> {
    try {
      const found = await this.parts.views.find(webhookFile, { where: { isSuspended: false }, limit: MOST_ENDPOINTS });
      return found.map(({ key }) => key);
    } catch (error) {
      if (error instanceof ViewStale) return [];
      throw error;
    }
  }

  private async isMine(webhookId: string): Promise<boolean> {
    const mine = await this.parts.leases?.mine();
    return mine === undefined || mine.has(pieceOfWebhook(webhookId));
  }
}
