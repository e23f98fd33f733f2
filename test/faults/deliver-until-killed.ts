import { SettableClock } from '#libs/event-sourcing/clock';
import { openRecord } from '#libs/record/record';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { WebhookDeliveries } from '#libs/webhooks/webhook-deliveries';
import { WebhookHosts } from '#libs/webhooks/webhook-hosts';
import { webhookPost } from '#libs/webhooks/webhook-post';
import { releaseAgencies, SECRETS } from '#test/support/subscribed-record';

/** Delivers the record of the first two arguments to webhooks on the host of the third, and prints a line when it is done. */
const [log = '', at = '', host = ''] = process.argv.slice(2);
const events = await SqliteEventStore.open(log);
const documents = await SqliteDocumentStore.open(at);
const clock = new SettableClock('2026-03-03T02:00:00.000Z');
const record = openRecord({ events, documents, clock, onRefused: () => undefined });
const deliveries = new WebhookDeliveries({
  ...record,
  store: record.events,
  secrets: SECRETS,
  clock,
  chance: () => 0,
  post: webhookPost(new WebhookHosts({ hosts: [], privateHosts: [host] })),
  ownerNow: async (owner) => owner,
  release: releaseAgencies,
  onDelivery: () => undefined,
  onFault: (fault) => {
    throw fault;
  },
});
await deliveries.begin();
await deliveries.done();
process.stdout.write('done\n');
await documents.close();
await events.close();
