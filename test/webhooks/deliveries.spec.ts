import type { DocumentStore, DocumentWrite } from '#libs/event-sourcing/document-store';
import { Leases } from '#libs/event-sourcing/lease';
import { WEBHOOK_PIECES } from '#libs/webhooks/webhook-deliveries';
import { WebhookHosts } from '#libs/webhooks/webhook-hosts';
import { KEPT_DELIVERIES } from '#libs/webhooks/webhook-journal';
import { type Post, webhookPost } from '#libs/webhooks/webhook-post';
import { signedHeaders } from '#libs/webhooks/webhook-signature';
import { type Behaviour, Receiver } from '#test/support/receiver';
import { deliver, PROVINCE, SECRETS, SERVICE, SubscribedRecord, toldOf } from '#test/support/subscribed-record';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const GOOD = { status: 200 };

let subscribed: SubscribedRecord;
let receiver: Receiver;
let other: Receiver;
beforeEach(async () => {
  [subscribed, receiver, other] = [await SubscribedRecord.open(), await Receiver.start(), await Receiver.start()];
});
afterEach(async () => {
  await Promise.all([subscribed.close(), receiver.close(), other.close()]);
  expect(subscribed.faults).toEqual([]);
});

const told = (): readonly string[] => toldOf(receiver.received);
const ids = (): readonly unknown[] => receiver.received.map(({ headers }) => headers['webhook-id']);
const deliveryLog = async () => (await subscribed.record.journal.deliveries('w', 100)).toReversed();
const file = async () => {
  const types: string[] = [];
  for await (const { type } of subscribed.record.events.readStream('webhook-w')) types.push(type);
  return types;
};

describe('what is delivered to an endpoint', () => {
  it('is what happened since it was registered and its owner may receive, in the order of the log', async () => {
    await subscribed.agencies('before');
    await subscribed.register(receiver);
    await subscribed.agencies('one', 'hidden-1', 'two');
    const deliveries = subscribed.deliveriesTo([receiver]);
    await deliver(deliveries);
    expect(told()).toEqual(['one', 'two']);
    await subscribed.agencies('three');
    await deliver(deliveries);
    expect(told()).toEqual(['one', 'two', 'three']);
  });

  it('is asked of the rights of its owner, event by event', async () => {
    await subscribed.register(receiver, { owner: PROVINCE });
    await subscribed.agencies('one');
    const asked: string[] = [];
    await deliver(subscribed.deliveriesTo([receiver], { release: ({ type }, to) => void asked.push(`${to.role} ${type}`) }));
    expect([asked, told()]).toEqual([['PROVINCIAL_CENTER AgencyRegistered'], []]);
  });

  it('is only of the wanted types', async () => {
    await subscribed.register(receiver, { types: ['OpinionIssued'] });
    await subscribed.agencies('one');
    await deliver(subscribed.deliveriesTo([receiver]));
    expect(told()).toEqual([]);
  });

  it('is a CloudEvent under its own id, signed with the secret of the endpoint', async () => {
    await subscribed.register(receiver);
    await subscribed.agencies('one');
    await deliver(subscribed.deliveriesTo([receiver]));
    const [{ body = '', headers = {} } = {}] = receiver.received;
    const { id, specversion } = JSON.parse(body) as { id: string; specversion: string };
    expect([specversion, headers['content-type']]).toEqual(['1.0', 'application/cloudevents+json; charset=utf-8']);
    expect(headers).toMatchObject(signedHeaders([SECRETS.of('w', 1)], id, Date.parse(subscribed.clock.now()) / 1000, body));
  });

  it('bears the signatures of two secrets for a day after a rotation, then of one', async () => {
    await subscribed.register(receiver);
    await subscribed.send(SERVICE, 'RotateWebhookSecret', 'w');
    const deliveries = subscribed.deliveriesTo([receiver]);
    for (const [id, generations] of [['one', [2, 1]], ['two', [2]]] as const) {
      await subscribed.agencies(id);
      await deliver(deliveries);
      const { body = '', headers = {} } = receiver.received.at(-1) ?? {};
      const secrets = generations.map((generation) => SECRETS.of('w', generation));
      expect(headers['webhook-signature']).toBe(signedHeaders(secrets, String(headers['webhook-id']), Date.parse(subscribed.clock.now()) / 1000, body)['webhook-signature']);
      await subscribed.pass(24 * HOUR);
    }
  });

  it('is one event once more where it was asked for, hidden ones and those of nowhere excepted', async () => {
    await subscribed.agencies('early', 'hidden-1');
    await subscribed.register(receiver, { types: ['OpinionIssued'] });
    const eventId = await subscribed.idOf('agency-early');
    const asked = [['agency-early', eventId], ['agency-hidden-1', await subscribed.idOf('agency-hidden-1')], ['agency-none', eventId]];
    for (const [stream, id] of asked) await subscribed.send(SERVICE, 'RedeliverEvent', 'w', { stream, eventId: id });
    await deliver(subscribed.deliveriesTo([receiver]));
    expect([told(), ids()]).toEqual([['early'], [eventId]]);
    expect(await deliveryLog()).toMatchObject([{ number: 1, stream: 'agency-early', eventId, isRedelivery: true, outcome: 'DELIVERED', status: 200 }]);
  });
});

describe('an endpoint that does not take what it is sent', () => {
  it.each<Behaviour>([{ status: 500 }, { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'close', 'hang'])('gets it again later, before anything else: %j', async (behaviour) => {
    await subscribed.register(receiver);
    await subscribed.agencies('one', 'two');
    const deliveries = subscribed.deliveriesTo([receiver]);
    receiver.behave(behaviour);
    await deliver(behaviour === 'hang' ? subscribed.deliveriesTo([receiver], { silence: 3 * SECOND }) : deliveries);
    receiver.behave(GOOD);
    await subscribed.pass(5 * SECOND - 1);
    await deliver(deliveries);
    expect(told()).toEqual(['one']);
    await subscribed.pass(1);
    await deliver(deliveries);
    expect(told()).toEqual(['one', 'one', 'two']);
    expect(new Set(ids()).size).toBe(2);
    expect((await deliveryLog()).map(({ number, outcome }) => [number, outcome])).toEqual([[1, expect.not.stringMatching('DELIVERED')], [2, 'DELIVERED'], [3, 'DELIVERED']]);
  });

  it('is waited for from the shortest time on, once it took something', async () => {
    await subscribed.register(receiver);
    const deliveries = subscribed.deliveriesTo([receiver]);
    for (const id of ['one', 'two']) {
      await subscribed.agencies(id);
      for (const behaviour of [{ status: 500 }, GOOD]) {
        receiver.behave(behaviour);
        await deliver(deliveries);
        await subscribed.pass(5 * SECOND);
      }
    }
    expect(told()).toEqual(['one', 'one', 'two', 'two']);
  });

  it('is left alone for a day after sixteen failures, and is told everything after five days; another never waits for it', async () => {
    await subscribed.register(receiver);
    await subscribed.register(other, { webhookId: 'other' });
    const deliveries = subscribed.deliveriesTo([receiver, other]);
    receiver.behave({ status: 503 });
    const expected: string[] = [];
    for (let hour = 0; hour < 5 * 24; hour += 1) {
      if (hour % 12 === 0) {
        expected.push(`at-${hour}`);
        await subscribed.agencies(`at-${hour}`);
      }
      await deliver(deliveries);
      expect(toldOf(other.received)).toEqual(expected);
      await subscribed.pass(HOUR);
    }
    const attempts = receiver.received.length;
    const suspensions = (await file()).filter((type) => type === 'WebhookSuspended').length;
    expect([suspensions, attempts]).toEqual([3, 51]);
    receiver.behave(GOOD);
    await subscribed.pass(25 * HOUR);
    await deliver(deliveries);
    expect(told().slice(attempts)).toEqual(expected);
  });

  it('is suspended for good once it says that it is gone', async () => {
    await subscribed.register(receiver);
    await subscribed.agencies('one');
    receiver.behave({ status: 410 });
    const deliveries = subscribed.deliveriesTo([receiver]);
    await deliver(deliveries);
    await subscribed.pass(100 * 24 * HOUR);
    await deliver(deliveries);
    expect([told(), await file()]).toEqual([['one'], ['WebhookRegistered', 'WebhookSuspended']]);
    receiver.behave(GOOD);
    await subscribed.send(SERVICE, 'ResumeWebhook', 'w');
    await deliver(deliveries);
    expect(told()).toEqual(['one', 'one']);
  });

  it('gets nothing more once it is suspended, be it between two events', async () => {
    await subscribed.register(receiver);
    await subscribed.agencies('one', 'two');
    const suspend = (): Promise<void> => subscribed.send(SERVICE, 'SuspendWebhook', 'w', { reason: '维护' });
    const post: Post = async () => {
      await suspend();
      return { outcome: 'DELIVERED', status: 200, milliseconds: 1 };
    };
    await deliver(subscribed.deliveriesTo([receiver], { post }));
    await deliver(subscribed.deliveriesTo([receiver]));
    expect([told(), (await deliveryLog()).length]).toEqual([[], 1]);
    await subscribed.send(SERVICE, 'ResumeWebhook', 'w');
    await deliver(subscribed.deliveriesTo([receiver]));
    expect(told()).toEqual(['two']);
  });

  it('waits where its owner has no rights left, and goes on where they have them again', async () => {
    await subscribed.register(receiver);
    await subscribed.agencies('one');
    await deliver(subscribed.deliveriesTo([receiver], { ownerNow: async () => undefined }));
    expect(told()).toEqual([]);
    await deliver(subscribed.deliveriesTo([receiver]));
    expect(told()).toEqual(['one']);
  });
});

describe('workers that deliver', () => {
  /** Written by a process that dies at the first word about progress. */
  const dying = (): DocumentStore =>
    Object.assign(Object.create(subscribed.documents) as DocumentStore, {
      write: (collection: string, writes: readonly DocumentWrite[]) =>
        collection === 'webhook-progress' ? Promise.reject(new Error('killed')) : subscribed.documents.write(collection, writes),
    });

  it('deliver again, under the same id, what was delivered when one of them died before it could say so', async () => {
    await subscribed.register(receiver);
    await subscribed.agencies('one', 'two');
    await deliver(subscribed.deliveriesTo([receiver], { documents: dying() }));
    expect([told(), subscribed.faults.splice(0).map(String)]).toEqual([['one'], ['Error: killed']]);
    await deliver(subscribed.deliveriesTo([receiver]));
    expect(told()).toEqual(['one', 'one', 'two']);
    expect(ids()[1]).toBe(ids()[0]);
  });

  it('share the endpoints by leases, each has one worker, and what a dead one had is taken over', async () => {
    const names = Array.from({ length: 6 }, (_none, at) => `w-${at}`);
    for (const webhookId of names) await subscribed.register(receiver, { webhookId });
    const workers = ['first', 'second'].map((owner) => {
      const leases = new Leases({ documents: subscribed.documents, clock: subscribed.clock, owner, work: WEBHOOK_PIECES, lasts: 15 * SECOND });
      return { leases, deliveries: subscribed.deliveriesTo([receiver], { leases }) };
    });
    const [first, second] = workers;
    for (let round = 0; round < 4; round += 1) {
      for (const { leases } of workers) await leases.mine();
      await subscribed.pass(5 * SECOND);
    }
    const together = async (some: typeof workers): Promise<number> => {
      const before = receiver.received.length;
      await Promise.all(some.map(({ deliveries }) => deliver(deliveries)));
      return receiver.received.length - before;
    };
    await subscribed.agencies('one');
    expect(await together(workers)).toBe(names.length);
    await subscribed.agencies('two');
    const alone = await together(second === undefined ? [] : [second]);
    expect(alone).toBeLessThan(names.length);
    await subscribed.pass(16 * SECOND);
    expect(alone + (await together(first === undefined ? [] : [first]))).toBe(names.length);
  });

  it('break off what is under way when they stop, and count it for nothing', async () => {
    await subscribed.register(receiver);
    await subscribed.agencies('one');
    receiver.behave('hang');
    const deliveries = subscribed.deliveriesTo([receiver], { post: webhookPost(new WebhookHosts({ hosts: [], privateHosts: [new URL(receiver.url).host] }), { timeLimit: 60_000 }) });
    await deliveries.begin();
    await receiver.until(1);
    await deliveries.stop();
    expect(await deliveryLog()).toEqual([]);
  });

  it('follow the log without being asked', async () => {
    await subscribed.register(receiver);
    const stopping = new AbortController();
    const deliveries = subscribed.deliveriesTo([receiver]);
    const following = deliveries.follow(stopping.signal);
    await subscribed.agencies('one');
    await receiver.until(1);
    stopping.abort();
    await Promise.all([following, deliveries.stop()]);
    expect(told()).toEqual(['one']);
  });
});

describe('the log of deliveries', () => {
  it('keeps the last of an endpoint, the latest first', async () => {
    const { journal } = subscribed.record;
    const one = { webhookId: 'w', at: subscribed.clock.now(), eventId: 'e', type: 't', stream: 'agency-1', isRedelivery: false, outcome: 'DELIVERED', milliseconds: 1 } as const;
    for (let number = 1; number <= KEPT_DELIVERIES + 3; number += 1) await journal.record({ ...one, number });
    await journal.record({ ...one, webhookId: 'other', number: 1 });
    const numbers = async (limit: number, before?: number) => (await journal.deliveries('w', limit, before)).map(({ number }) => number);
    expect(await numbers(2)).toEqual([KEPT_DELIVERIES + 3, KEPT_DELIVERIES + 2]);
    expect(await numbers(2, KEPT_DELIVERIES + 2)).toEqual([KEPT_DELIVERIES + 1, KEPT_DELIVERIES]);
    expect(await numbers(5_000)).toHaveLength(KEPT_DELIVERIES);
  });
});
