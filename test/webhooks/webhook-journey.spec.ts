import { personaSource } from '#apps/server/src/http/persona-source';
import { deliveriesOf } from '#apps/server/src/worker/deliveries';
import type { WebhookDeliveries } from '#libs/webhooks/webhook-deliveries';
import { WebhookHosts } from '#libs/webhooks/webhook-hosts';
import { signedHeaders } from '#libs/webhooks/webhook-signature';
import { Receiver } from '#test/support/receiver';
import { deliver } from '#test/support/subscribed-record';
import { appointSupervisor, receiveBlankCards } from '#test/support/supervisors';
import { TestServer, WEBHOOK_SECRETS } from '#test/support/test-server';

const school = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };

describe('a service with a webhook', () => {
  let receiver: Receiver;
  let server: TestServer;
  let deliveries: WebhookDeliveries;
  let secret: string;
  beforeAll(async () => {
    receiver = await Receiver.start();
    const webhooks = { hosts: new WebhookHosts({ hosts: [], privateHosts: [new URL(receiver.url).host] }), secrets: WEBHOOK_SECRETS };
    server = await TestServer.start({ parts: () => ({ webhooks }) });
    const { record, clock, metrics } = server;
    const onFault = (fault: unknown): never => {
      throw fault;
    };
    deliveries = deliveriesOf(record, { webhooks, actors: personaSource, clock, onDelivery: (delivery) => metrics.delivered(delivery), onFault });
    ({ secret } = (await server.as('service-agency').post('/v1/webhooks/w/register-webhook', { url: receiver.url })).body);
  });
  afterAll(async () => {
    await deliveries.stop();
    await server.close();
    await receiver.close();
  });

  const settle = async (): Promise<void> => {
    await server.record.worker.settle();
    await deliver(deliveries);
  };

  it('is told what its categories say, each event signed with the secret that it was shown', async () => {
    await server.as('fuzhou').post('/v1/agencies/one/register-agency', school);
    await receiveBlankCards(server);
    await appointSupervisor(server, 'one');
    await settle();
    expect(receiver.received.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['fj.dudao.AgencyRegistered.v1']);
    const [{ body = '', headers = {} } = {}] = receiver.received;
    expect(signedHeaders([secret], String(headers['webhook-id']), Number(headers['webhook-timestamp']), body)).toEqual({
      'webhook-id': (JSON.parse(body) as { id: string }).id, 'webhook-timestamp': headers['webhook-timestamp'], 'webhook-signature': headers['webhook-signature'],
    });
  });

  it('misses an hour, and gets the rest in order under the same ids, then one event more when it asks', async () => {
    receiver.behave({ status: 500 });
    for (const id of ['two', 'three']) await server.as('fuzhou').post(`/v1/agencies/${id}/register-agency`, school);
    await settle();
    receiver.behave({ status: 200 });
    server.clock.set('2026-11-24T01:30:00.000Z');
    await settle();
    const subjects = () => receiver.received.map(({ body }) => (JSON.parse(body) as { subject: string }).subject);
    expect(subjects()).toEqual(['agency-one', 'agency-two', 'agency-two', 'agency-three']);
    const { items } = (await server.as('service-agency').get('/v1/webhooks/w/deliveries')).body;
    const { stream, eventId } = (items as { stream: string; eventId: string }[]).at(-1) ?? {};
    await server.as('service-agency').post('/v1/webhooks/w/redeliver-event', { stream, eventId });
    await settle();
    expect(subjects().at(-1)).toBe('agency-one');
    expect(receiver.received.at(-1)?.headers['webhook-id']).toBe(receiver.received[0]?.headers['webhook-id']);
    expect((await server.as('auditor').get('/metrics')).body).toMatch(/dudao_webhook_delivery_seconds_count\{outcome="DELIVERED"\} 4\n/);
  });
});
