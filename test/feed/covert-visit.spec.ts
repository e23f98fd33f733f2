import { personaSource } from '#apps/server/src/http/persona-source';
import { deliveriesOf } from '#apps/server/src/worker/deliveries';
import { disclosed } from '#libs/cases/case-story';
import type { CloudEvent } from '#libs/record/cloud-event';
import type { WebhookDeliveries } from '#libs/webhooks/webhook-deliveries';
import { WebhookHosts } from '#libs/webhooks/webhook-hosts';
import { asEvents } from '#test/support/case-facts';
import { Receiver } from '#test/support/receiver';
import { SseReader } from '#test/support/sse-reader';
import { deliver } from '#test/support/subscribed-record';
import { TestServer, WEBHOOK_SECRETS } from '#test/support/test-server';

/** A service that may follow everything that a visit leaves traces in. */
const SERVICE = 'service-agency-case-complaint-daily-draw';
/** `disclosed` visits it. */
const AGENCY = 'agency-1';

describe('a covert visit, to those who subscribe', () => {
  const facts = asEvents('covert', disclosed());
  const untold = facts.slice(0, -1);
  let server: TestServer;
  let receiver: Receiver;
  let deliveries: WebhookDeliveries;
  let reader: SseReader;
  beforeAll(async () => {
    receiver = await Receiver.start();
    const webhooks = { hosts: new WebhookHosts({ hosts: [], privateHosts: [new URL(receiver.url).host] }), secrets: WEBHOOK_SECRETS };
    server = await TestServer.start({ parts: () => ({ webhooks }) });
    const { record, clock } = server;
    deliveries = deliveriesOf(record, { webhooks, actors: personaSource, clock, onDelivery: () => undefined, onFault: (fault) => { throw fault; } });
    expect((await server.as(SERVICE).post('/v1/webhooks/w/register-webhook', { url: receiver.url })).status).toBe(201);
    reader = await SseReader.open(`${server.url}/v1/events/stream`, { authorization: `Bearer demo-${SERVICE}` });
    expect(facts.map(({ type }) => type)).toEqual(expect.arrayContaining(['SpecialSupervisionOpened', 'CovertInspectionOrdered', 'OnSiteStarted', 'InspectionDisclosed']));
    await record.events.append('case-covert', 'no_stream', untold);
  });
  afterAll(async () => {
    reader.close();
    await deliveries.stop();
    await server.close();
    await receiver.close();
  });

  const pulled = async (persona: string): Promise<readonly CloudEvent[]> => (await server.as(persona).get('/v1/events?limit=500')).body;
  const posted = async (): Promise<readonly CloudEvent[]> => {
    await server.record.worker.settle();
    await deliver(deliveries);
    return receiver.received.map(({ body }) => JSON.parse(body) as CloudEvent);
  };
  /** An event that all three ways bring: what came before it has come. */
  const register = (id: string) => server.as('fuzhou').post(`/v1/agencies/${id}/register-agency`, { name: `${id}校`, agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' });

  it('is told to no service, by whatever way, before the agency is told (A-38)', async () => {
    await register('marker');
    const ways = [await pulled(SERVICE), await posted(), await reader.saw(1)];
    for (const events of ways) expect(events.map(({ subject }) => subject)).toEqual(['agency-marker']);
  });

  it('is not redelivered to it either', async () => {
    const before = receiver.received.length;
    for (const { id } of untold) expect((await server.as(SERVICE).post('/v1/webhooks/w/redeliver-event', { stream: 'case-covert', eventId: id })).status).toBe(200);
    expect(await posted()).toHaveLength(before);
  });

  it('is known to those who oversee it, and to no other centre', async () => {
    for (const persona of ['province', 'auditor', 'fuzhou']) expect((await pulled(persona)).find(({ type }) => type === 'fj.dudao.SpecialSupervisionOpened.v1')).toMatchObject({ data: { agencyId: AGENCY } });
    expect(JSON.stringify(await pulled('xiamen'))).not.toContain(AGENCY);
  });

  it('is told with its agency once it is disclosed', async () => {
    await server.record.events.append('case-covert', untold.length - 1, facts.slice(-1));
    for (const events of [await pulled(SERVICE), await posted(), await reader.saw(2)]) {
      expect(events[1]).toMatchObject({ type: 'fj.dudao.InspectionDisclosed.v1', subject: 'case-covert', data: { agencyId: AGENCY } });
    }
  });
});
