import { SettableClock } from '#libs/event-sourcing/clock';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { Actor, RecordedEvent } from '#libs/event-sourcing/event';
import { idFromText } from '#libs/event-sourcing/ids';
import { releasedEvent } from '#libs/record/cloud-event';
import { openRecord, type SupervisionRecord } from '#libs/record/record';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { type DeliveriesParts, WebhookDeliveries } from '#libs/webhooks/webhook-deliveries';
import { WebhookHosts } from '#libs/webhooks/webhook-hosts';
import { WebhookJournal } from '#libs/webhooks/webhook-journal';
import { webhookPost } from '#libs/webhooks/webhook-post';
import { WebhookSecrets } from '#libs/webhooks/webhook-secrets';
import type { Received, Receiver } from '#test/support/receiver';
import { temporaryFolder } from '#test/support/temporary-folder';

export const SERVICE: Actor = { person: 'service-hr', role: 'SERVICE', organisation: 'FJ', categories: ['agency'] };
export const PROVINCE: Actor = { person: 'p-province', role: 'PROVINCIAL_CENTER', organisation: 'FJ' };
const SCHOOL = { agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };

export const SECRETS = new WebhookSecrets(new Uint8Array(32).fill(9));

/** All agencies, but none whose id begins with `hidden`. */
export const releaseAgencies = (event: RecordedEvent) =>
  event.type === 'AgencyRegistered' && !event.stream.startsWith('agency-hidden') ? releasedEvent(event, 'log') : undefined;

/** A whole record over stores in a temporary folder, with deliveries to receivers on loopback. */
export class SubscribedRecord {
  readonly faults: unknown[] = [];
  private sent = 0;

  private constructor(
    readonly record: SupervisionRecord,
    readonly documents: DocumentStore,
    readonly clock: SettableClock,
    readonly close: () => Promise<void>,
  ) {}

  /** Over files of its own, or over those that are named and stay. */
  static async open(files?: { readonly log: string; readonly documents: string }): Promise<SubscribedRecord> {
    const folder = temporaryFolder();
    const events = await SqliteEventStore.open(files?.log ?? folder.file('events.db'));
    const documents = await SqliteDocumentStore.open(files?.documents ?? folder.file('documents.db'));
    const clock = new SettableClock('2026-03-02T02:00:00.000Z');
    const record = openRecord({ events, documents, clock, onRefused: () => undefined });
    return new SubscribedRecord(record, documents, clock, async () => {
      await documents.close();
      await events.close();
      folder.remove();
    });
  }

  async send(actor: Actor, name: string, target: string, body: object = {}): Promise<void> {
    await this.record.commands.handle({ name, target, body, actor, commandId: idFromText(`test ${(this.sent += 1)}`) });
    await this.record.worker.settle();
  }

  register(receiver: Receiver, { webhookId = 'w', owner = SERVICE, types = [] as readonly string[] } = {}): Promise<void> {
    return this.send(owner, 'RegisterWebhook', webhookId, { url: receiver.url, types });
  }

  async agencies(...ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.send(PROVINCE, 'RegisterAgency', id, { ...SCHOOL, name: `学校${id}` });
  }

  /** Id of the first event of a stream. */
  async idOf(stream: string): Promise<string | undefined> {
    for await (const { id } of this.record.events.readStream(stream, { max: 1 })) return id;
    return undefined;
  }

  /** As a process that has just started would have them. Under load an answer takes its time: only who waits for silence says how long. */
  deliveriesTo(receivers: readonly Receiver[], { silence = 60_000, ...more }: Partial<DeliveriesParts> & { readonly documents?: DocumentStore; readonly silence?: number } = {}): WebhookDeliveries {
    const { record, clock } = this;
    const hosts = new WebhookHosts({ hosts: [], privateHosts: receivers.map(({ url }) => new URL(url).host) });
    const journal = more.documents === undefined ? record.journal : new WebhookJournal(more.documents, record.events.storeId);
    const onFault = (fault: unknown): number => this.faults.push(fault);
    const parts = { store: record.events, views: record.views, commands: record.commands, journal, secrets: SECRETS, clock, chance: () => 0 };
    return new WebhookDeliveries({ ...parts, post: webhookPost(hosts, { timeLimit: silence }), ownerNow: async (owner) => owner, release: releaseAgencies, onDelivery: () => undefined, onFault, ...more });
  }

  /** Milliseconds go by, and the worker does what falls due. */
  async pass(milliseconds: number): Promise<void> {
    this.clock.set(new Date(Date.parse(this.clock.now()) + milliseconds).toISOString());
    await this.record.worker.settle();
  }
}

/** Begins whatever is due, and waits for it. */
export async function deliver(deliveries: WebhookDeliveries): Promise<void> {
  await deliveries.begin();
  await deliveries.done();
}

/** Ids of the agencies that a receiver was told of, in its order. */
export const toldOf = (received: readonly Received[]): readonly string[] =>
  received.map(({ body }) => (JSON.parse(body) as { readonly subject: string }).subject.slice('agency-'.length));
