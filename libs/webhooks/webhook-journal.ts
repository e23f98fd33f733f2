import { CheckpointOfAnotherLog, type DocumentStore } from '#libs/event-sourcing/document-store';
import type { GlobalPosition, Instant } from '#libs/event-sourcing/event';
import { onceDone } from '#libs/event-sourcing/once-done';
import type { Attempt } from '#libs/webhooks/webhook-post';

/** How far the deliveries to one endpoint have come. */
export interface DeliveryProgress {
  readonly storeId: string;
  /** All up to here was delivered, or is not for the endpoint. */
  readonly scannedTo: GlobalPosition;
  /** Made so far. */
  readonly attempts: number;
  /** Attempts that failed since the last that did not. */
  readonly failures: number;
  /** No attempt before. */
  readonly retryAt?: Instant;
}

/** One attempt to deliver one event. */
export interface Delivery extends Attempt {
  readonly webhookId: string;
  /** Place among the attempts of the endpoint: 1, 2, 3 … */
  readonly number: number;
  readonly at: Instant;
  /** `id` of the event, and of the delivery. */
  readonly eventId: string;
  /** `type` of the event as a CloudEvent. */
  readonly type: string;
  readonly stream: string;
  /** It was asked for once more. */
  readonly isRedelivery: boolean;
  readonly milliseconds: number;
}

/** Progress as it was loaded: it is replaced only while nobody else has replaced it. */
export interface LoadedProgress {
  readonly loaded: GlobalPosition | undefined;
  readonly progress: DeliveryProgress;
}

const PROGRESS = 'webhook-progress';
const DELIVERIES = 'webhook-deliveries';
/** Attempts of an endpoint that are kept. */
export const KEPT_DELIVERIES = 1_000;

/**
 * What became of deliveries, in the document store: no facts of the record, so no replay brings them back. Where it is
 * lost, each endpoint gets everything since its registration once more.
 */
export class WebhookJournal {
  private readonly declare = onceDone(() => Promise.all([this.documents.declare(PROGRESS, []), this.documents.declare(DELIVERIES, ['webhookId', 'number'])]));

  constructor(
    private readonly documents: DocumentStore,
    private readonly storeId: string,
  ) {}

  /** @throws CheckpointOfAnotherLog */
  async progressOf(webhookId: string, registeredAt: GlobalPosition): Promise<LoadedProgress> {
    await this.declare();
    const [found] = await this.documents.get<DeliveryProgress>(PROGRESS, [webhookId]);
    const progress = found?.body ?? { storeId: this.storeId, scannedTo: registeredAt, attempts: 0, failures: 0 };
    if (progress.storeId !== this.storeId) throw new CheckpointOfAnotherLog(`of webhook ${webhookId}`, progress.storeId, this.storeId);
    return { loaded: found?.position, progress };
  }

  /** What is loaded after it; undefined where another worker was first, and has the endpoint now. */
  async saveProgress(webhookId: string, { loaded }: LoadedProgress, progress: DeliveryProgress): Promise<LoadedProgress | undefined> {
    const position = after(loaded);
    const missed = await this.documents.write(PROGRESS, [{ key: webhookId, loaded, position, body: progress }]);
    return missed.length === 0 ? { loaded: position, progress } : undefined;
  }

  /** Takes the place of the attempt that is `KEPT_DELIVERIES` older. */
  async record(delivery: Delivery): Promise<void> {
    await this.declare();
    const key = `${delivery.webhookId} ${delivery.number % KEPT_DELIVERIES}`;
    const [before] = await this.documents.get(DELIVERIES, [key]);
    await this.documents.write(DELIVERIES, [{ key, loaded: before?.position, position: after(before?.position), body: delivery }]);
  }

  /** The latest first; `before`: only those with a smaller number. */
  async deliveries(webhookId: string, limit: number, before?: number): Promise<readonly Delivery[]> {
    await this.declare();
    const range = before === undefined ? {} : { range: { member: 'number', to: before - 1 } };
    const found = await this.documents.find<Delivery>(DELIVERIES, { where: { webhookId }, ...range, order: { member: 'number', descending: true }, limit });
    return found.flatMap(({ body }) => body ?? []);
  }
}

/** Positions of these documents count their replacements. */
const after = (position: GlobalPosition | undefined): GlobalPosition => String(Number(position ?? 0) + 1).padStart(20, '0');
