import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { ActorSources } from '#apps/server/src/http/actor-source';
import { personaSource } from '#apps/server/src/http/persona-source';
import { TokenFile } from '#apps/server/src/http/token-file';
import { deliveriesOf } from '#apps/server/src/worker/deliveries';
import type { WebhookDeliveries } from '#libs/webhooks/webhook-deliveries';
import { WebhookHosts } from '#libs/webhooks/webhook-hosts';
import { Receiver } from '#test/support/receiver';
import { deliver } from '#test/support/subscribed-record';
import { temporaryFolder } from '#test/support/temporary-folder';
import { TestServer, WEBHOOK_SECRETS } from '#test/support/test-server';

const TOKEN = 'a-token-of-a-service';
const school = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };

describe('a service whose token loses a category', () => {
  const folder = temporaryFolder();
  const path = folder.file('tokens.json');
  let now = 0;
  /** The file as it is from now on, and the second after which it is looked at again. */
  const follows = (...categories: readonly string[]): void => {
    const entry = { sha256: createHash('sha256').update(TOKEN).digest('hex'), person: 'service-cards', role: 'SERVICE', organisation: 'FJ', categories };
    writeFileSync(path, JSON.stringify(categories.length === 0 ? [] : [entry]));
    now += 1_000;
  };
  let receiver: Receiver;
  let server: TestServer;
  let deliveries: WebhookDeliveries;
  let onDelivery: () => void = () => undefined;
  beforeAll(async () => {
    follows('agency', 'cards');
    receiver = await Receiver.start();
    const onFault = (fault: unknown): never => {
      throw fault;
    };
    const actors = new ActorSources([new TokenFile(path, onFault, () => now), personaSource]);
    const webhooks = { hosts: new WebhookHosts({ hosts: [], privateHosts: [new URL(receiver.url).host] }), secrets: WEBHOOK_SECRETS };
    server = await TestServer.start({ parts: () => ({ webhooks, actors }) });
    const { record, clock } = server;
    deliveries = deliveriesOf(record, { webhooks, actors, clock, onDelivery: () => onDelivery(), onFault });
    expect((await asService('/v1/webhooks/w/register-webhook', { url: receiver.url })).status).toBe(201);
  });
  afterAll(async () => {
    await deliveries.stop();
    await server.close();
    await receiver.close();
    folder.remove();
  });

  const asService = (route: string, body: object) =>
    server.send(route, { method: 'POST', headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const register = async (...ids: readonly string[]): Promise<void> => {
    for (const id of ids) expect((await server.as('fuzhou').post(`/v1/agencies/${id}/register-agency`, school)).status).toBe(201);
  };
  let deliveryNo = 0;
  const cards = async (): Promise<void> => {
    const said = await server.as('province').post('/v1/cards/FJ/receive-blank-cards', { count: 50, deliveryNo: `D-${(deliveryNo += 1)}` });
    expect([said.status, said.body]).toEqual([deliveryNo === 1 ? 201 : 200, said.body]);
  };
  /** Subjects of what is delivered now. */
  const delivered = async (): Promise<readonly string[]> => {
    const before = receiver.received.length;
    await server.record.worker.settle();
    await deliver(deliveries);
    return receiver.received.slice(before).map(({ body }) => (JSON.parse(body) as { subject: string }).subject);
  };

  it('is told nothing of it from the next delivery on, and goes on to be told the rest', async () => {
    await register('one');
    expect(await delivered()).toEqual(['agency-one']);
    await register('two');
    await cards();
    follows('cards');
    expect(await delivered()).toEqual(['cards-FJ']);
  });

  it('is told nothing of it also between two events that waited together', async () => {
    follows('agency', 'cards');
    await register('three', 'four');
    await cards();
    onDelivery = () => follows('cards');
    expect(await delivered()).toEqual(['agency-three', 'cards-FJ']);
    onDelivery = () => undefined;
  });

  it('waits while its token is gone, and is told the rest once it is back', async () => {
    follows();
    await register('five');
    await cards();
    expect([await delivered(), (await asService('/v1/webhooks/w/resume-webhook', {})).status]).toEqual([[], 401]);
    follows('cards');
    expect(await delivered()).toEqual(['cards-FJ']);
  });
});
