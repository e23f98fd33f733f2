import { type Clock, later } from '#libs/event-sourcing/clock';
import type { Actor, GlobalPosition, Instant, RecordedEvent } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';
import type { CommandHandler } from '#libs/event-sourcing/handle-command';
import { idFromText } from '#libs/event-sourcing/ids';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import { SYSTEM } from '#libs/event-sourcing/worker';
import type { WebhookRedeliveryRequested } from '#libs/webhooks/webhook.events';
import { FAILURES_UNTIL_SUSPENSION, waitAfter } from '#libs/webhooks/webhook.terms';
import { type WebhookFile, webhookFile } from '#libs/webhooks/webhook.view';
import type { Delivery, DeliveryProgress, LoadedProgress, WebhookJournal } from '#libs/webhooks/webhook-journal';
import type { Attempt, Post } from '#libs/webhooks/webhook-post';
import type { WebhookSecrets } from '#libs/webhooks/webhook-secrets';
import { signedHeaders } from '#libs/webhooks/webhook-signature';

/** What an event is to those outside: its id, and the members that they are told. */
export interface Released {
  readonly id: string;
  readonly type: string;
}

export interface DeliveryParts {
  readonly store: Pick<EventStore, 'readAll' | 'readStream'>;
  readonly views: Pick<ViewReader, 'get'>;
  readonly commands: Pick<CommandHandler, 'handle'>;
  readonly journal: WebhookJournal;
  readonly secrets: WebhookSecrets;
  readonly clock: Clock;
  /** At least 0, less than 1. */
  readonly chance: () => number;
  readonly post: Post;
  /** The owner with the rights that they have now; undefined where they have none left: deliveries wait. */
  readonly ownerNow: (owner: Actor) => Promise<Actor | undefined>;
  /** The event as somebody may receive it; undefined where they may not. */
  readonly release: (event: RecordedEvent, to: Actor) => Released | undefined;
  readonly onDelivery: (delivery: Delivery) => void;
  /** Whether the endpoint is this worker's. */
  readonly isMine: (webhookId: string) => Promise<boolean>;
}

const PAGE = 200;

/** What is to be delivered in the turn of an event of the log: the event itself, or the one that it asks for. */
interface Item {
  readonly event: RecordedEvent;
  readonly isRedelivery: boolean;
}

const streamOf = (webhookId: string): string => `webhook-${webhookId}`;

/** Delivers the log to one endpoint: one event after the other, none before the one before it was taken. */
export class WebhookDelivery {
  constructor(
    private readonly parts: DeliveryParts,
    private readonly webhookId: string,
    private readonly stopping: AbortSignal,
  ) {}

  /** Until nothing is left, the endpoint has to be waited for, or another worker has it. */
  async run(): Promise<void> {
    const file = await this.active();
    if (file === undefined) return;
    const place = await this.parts.journal.progressOf(this.webhookId, file.registeredAt);
    const { retryAt = '' } = place.progress;
    if (retryAt <= this.parts.clock.now()) await this.deliverFrom(file, place);
  }

  private async deliverFrom(file: WebhookFile, from: LoadedProgress): Promise<void> {
    let place: LoadedProgress | undefined = from;
    while (place !== undefined) {
      const { events, scannedTo, atHead } = await this.parts.store.readAll({ after: place.progress.scannedTo, max: PAGE });
      place = await this.deliverPage(file, place, events);
      if (place === undefined || scannedTo === undefined) return;
      if (scannedTo > place.progress.scannedTo) place = await this.save(place, { ...place.progress, scannedTo });
      if (atHead) return;
    }
  }

  private async deliverPage(file: WebhookFile, from: LoadedProgress, events: readonly RecordedEvent[]): Promise<LoadedProgress | undefined> {
    let place: LoadedProgress | undefined = from;
    for (const event of events) {
      const item = await this.itemAt(event, file);
      if (item !== undefined) place = await this.attempt(place, item, event.position);
      if (place === undefined) return undefined;
    }
    return place;
  }

  private async itemAt(event: RecordedEvent, { types, owner }: WebhookFile): Promise<Item | undefined> {
    const isRedelivery = event.type === 'WebhookRedeliveryRequested' && event.stream === streamOf(this.webhookId);
    const wanted = isRedelivery ? await this.askedFor(event.data as WebhookRedeliveryRequested['data']) : event;
    if (wanted === undefined || !(isRedelivery || types.length === 0 || types.includes(wanted.type))) return undefined;
    return this.parts.release(wanted, owner) && { event: wanted, isRedelivery };
  }

  private async askedFor({ stream, eventId }: WebhookRedeliveryRequested['data']): Promise<RecordedEvent | undefined> {
    for await (const event of this.parts.store.readStream(stream)) if (event.id === eventId) return event;
    return undefined;
  }

  /** Where deliveries go on; undefined where the attempt failed, or may not be made. The owner is asked anew: rights end between two events. */
  private async attempt(place: LoadedProgress, item: Item, position: GlobalPosition): Promise<LoadedProgress | undefined> {
    const file = await this.active();
    if (file === undefined) return undefined;
    const released = this.parts.release(item.event, file.owner);
    if (released === undefined) return place;
    const at = this.parts.clock.now();
    const attempt = await this.post(file, released, at);
    const isDelivered = attempt.outcome === 'DELIVERED';
    if (!isDelivered && this.stopping.aborted) return undefined;
    const number = place.progress.attempts + 1;
    const { id: eventId, type } = released;
    const delivery = { webhookId: this.webhookId, number, at, eventId, type, stream: item.event.stream, isRedelivery: item.isRedelivery, ...attempt };
    await this.parts.journal.record(delivery);
    this.parts.onDelivery(delivery);
    if (!isDelivered) return this.failed(place, delivery);
    const { storeId } = place.progress;
    return this.save(place, { storeId, scannedTo: position, attempts: number, failures: 0 });
  }

  private post({ url, generation, previousUntil = '' }: WebhookFile, released: Released, at: Instant): Promise<Attempt> {
    const { secrets, post } = this.parts;
    const generations = previousUntil > at ? [generation, generation - 1] : [generation];
    const body = JSON.stringify(released);
    const signed = signedHeaders(generations.map((each) => secrets.of(this.webhookId, each)), released.id, Math.floor(Date.parse(at) / 1000), body);
    return post({ url, headers: { ...signed, 'content-type': 'application/cloudevents+json; charset=utf-8', 'user-agent': 'dudao' }, body }, this.stopping);
  }

  private async failed(place: LoadedProgress, { number, outcome }: Delivery): Promise<undefined> {
    const { clock, chance, commands } = this.parts;
    const failures = place.progress.failures + 1;
    const isGone = outcome === 'GONE';
    const isGivenUp = isGone || failures % FAILURES_UNTIL_SUSPENSION === 0;
    const retryAt = later(clock.now(), isGivenUp ? 0 : waitAfter(failures, chance()));
    const isMine = (await this.save(place, { ...place.progress, attempts: number, failures, retryAt })) !== undefined;
    if (!isGivenUp || !isMine) return;
    const body = { cause: isGone ? 'GONE' : 'FAILING', failures };
    const commandId = idFromText(`webhook ${this.webhookId} suspended after attempt ${number}`);
    await commands.handle({ name: 'SuspendFailingWebhook', target: this.webhookId, body, commandId, actor: SYSTEM });
  }

  private save(place: LoadedProgress, progress: DeliveryProgress): Promise<LoadedProgress | undefined> {
    return this.parts.journal.saveProgress(this.webhookId, place, progress);
  }

  /** The endpoint as it stands, with its owner as they stand, where anything may be sent to it by this worker. */
  private async active(): Promise<WebhookFile | undefined> {
    if (this.stopping.aborted || !(await this.parts.isMine(this.webhookId))) return undefined;
    const file = (await this.parts.views.get(webhookFile, this.webhookId))?.body ?? undefined;
    if (file === undefined || file.isSuspended) return undefined;
    const owner = await this.parts.ownerNow(file.owner);
    return owner && { ...file, owner };
  }
}
