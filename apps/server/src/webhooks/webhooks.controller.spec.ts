import { webhookRules } from '#libs/webhooks/webhook.rules';
import { TestServer, WEBHOOK_SECRETS } from '#test/support/test-server';

const address = { url: 'https://hooks.example.org/dudao', types: ['AgencyRegistered'] };

describe('the endpoint of a service', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.close());

  const post = (persona: string, command: string, body: object = {}, more: Readonly<Record<string, string>> = {}, id = 'w-1') =>
    server.as(persona).post(`/v1/webhooks/${id}/${command}`, body, more);
  const seen = async (persona: string, path = '/w-1') => {
    await server.record.views.catchUp();
    return server.as(persona).get(`/v1/webhooks${path}`);
  };

  it('is registered with a secret that is shown once', async () => {
    const key = { 'idempotency-key': 'first' };
    const first = await post('service-agency', 'register-webhook', address, key);
    expect(first).toMatchObject({ status: 201, body: { secret: WEBHOOK_SECRETS.of('w-1', 1), repeated: false } });
    const again = await post('service-agency', 'register-webhook', address, key);
    expect(again.body.repeated).toBe(true);
    expect(again.body).not.toHaveProperty('secret');
  });

  it('is seen by its service and the province, and by no other service', async () => {
    for (const persona of ['service-agency', 'province', 'auditor']) expect((await seen(persona)).body).toMatchObject({ webhookId: 'w-1', ...address, isSuspended: false });
    for (const persona of ['service-case', 'agency-hr', 'fuzhou']) expect((await seen(persona)).status).toBe(404);
    expect((await seen('service-agency', '')).body.items).toHaveLength(1);
    expect((await seen('service-case', '')).body.items).toEqual([]);
  });

  it('gets another secret, once, for its service alone', async () => {
    const rotated = await post('service-agency', 'rotate-webhook-secret', {}, { 'idempotency-key': 'rotate' });
    expect(rotated).toMatchObject({ status: 200, body: { secret: WEBHOOK_SECRETS.of('w-1', 2) } });
    expect((await post('service-agency', 'rotate-webhook-secret', {}, { 'idempotency-key': 'rotate' })).body).not.toHaveProperty('secret');
    expect((await post('province', 'rotate-webhook-secret')).status).toBe(403);
  });

  it('is suspended, resumed and asked for an event once more', async () => {
    expect((await post('province', 'suspend-webhook', { reason: '核查' })).status).toBe(200);
    expect((await seen('service-agency', '?isSuspended=true')).body.items).toHaveLength(1);
    expect((await post('service-agency', 'resume-webhook')).status).toBe(200);
    expect((await post('service-agency', 'redeliver-event', { stream: 'agency-1', eventId: '01930000-0000-8000-8000-000000000001' })).status).toBe(200);
    expect((await seen('service-agency', '/w-1/timeline')).body.items).toHaveLength(5);
  });

  it('shows what became of its deliveries to those who see it, page by page', async () => {
    const attempt = { webhookId: 'w-1', at: server.clock.now(), eventId: 'e', type: 'fj.dudao.AgencyRegistered.v1', stream: 'agency-1', isRedelivery: false, milliseconds: 12 };
    for (const number of [1, 2, 3]) await server.record.journal.record({ ...attempt, number, outcome: number < 3 ? 'TIMED_OUT' : 'DELIVERED' });
    const first = await seen('service-agency', '/w-1/deliveries?limit=2');
    expect(first.body).toMatchObject({ items: [{ number: 3, outcome: 'DELIVERED' }, { number: 2, outcome: 'TIMED_OUT' }], next: 2 });
    expect((await seen('province', '/w-1/deliveries?limit=2&before=2')).body).toMatchObject({ items: [{ number: 1 }], next: null });
    expect((await seen('service-case', '/w-1/deliveries')).status).toBe(404);
  });

  it('stands in no stream with its secret', async () => {
    const log: string[] = [];
    for await (const { dataText, metaText } of server.record.events.readStream('webhook-w-1')) log.push(dataText, metaText);
    expect(log.join('\n')).not.toContain('whsec');
  });

  it.each([
    ['a host that is not named', { url: 'https://elsewhere.example.org/' }, webhookRules.HostIsNamed],
    ['http', { url: 'http://hooks.example.org/dudao' }, webhookRules.HostIsNamed],
    ['an address that is none', { url: 'hooks.example.org' }, webhookRules.AddressIsSafe],
    ['an address with a password', { url: 'https://a:b@hooks.example.org/' }, webhookRules.AddressIsSafe],
  ])('is refused for %s', async (_what, body, rule) => {
    expect(await post('service-agency', 'register-webhook', body, {}, 'w-2')).toMatchObject({ status: 422, body: { rule: { name: rule.name } } });
  });

  it('is refused for an event that does not exist or never leaves, and for whoever is no service', async () => {
    for (const type of ['AgencyDreamt', 'WebhookRegistered']) {
      const types = ['AgencyRegistered', type];
      expect(await post('service-agency', 'register-webhook', { ...address, types }, {}, 'w-2')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/types/1' }] } });
    }
    expect((await post('fuzhou', 'register-webhook', address, {}, 'w-2')).status).toBe(403);
  });
});
