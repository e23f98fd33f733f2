import type { LoggerService } from '@nestjs/common';
import { measured } from '#apps/server/src/telemetry/measured-store';
import { Metrics } from '#apps/server/src/telemetry/metrics';
import { traceIdOf } from '#apps/server/src/telemetry/requests';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { TestServer } from '#test/support/test-server';

const agency = { name: '甲校', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };

describe('what the server tells about itself', () => {
  const lines: unknown[] = [];
  const keep = (line: unknown) => void lines.push(line);
  const logger: LoggerService = { log: keep, warn: keep, error: keep };
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start({ logger });
    await server.record.views.catchUp();
    const clerk = server.as('fuzhou');
    await clerk.post('/v1/agencies/one/register-agency', agency, { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' });
    await clerk.post('/v1/agencies/two/register-agency', { ...agency, division: '350128' });
  });
  afterAll(() => server.close());

  const numbers = async (): Promise<string> => (await server.as('auditor').get('/metrics')).body as unknown as string;

  it('counts answers by route and refusals by rule, without ids', async () => {
    const text = await numbers();
    expect(text).toContain('dudao_http_seconds_count{method="POST",route="/v1/agencies/:agencyId/register-agency",status="201"} 1');
    expect(text).toContain('dudao_refusals_total{rule="R1.5-3",name="CenterActsInItsOwnArea",command="RegisterAgency"} 1');
    expect(text).not.toMatch(/"one"|"two"/);
  });

  it('says how far each view is behind, in events and in seconds of the clock', async () => {
    server.clock.set('2026-11-24T00:31:30.000Z');
    expect(await numbers()).toMatch(/dudao_view_lag_events\{view="agency-register"\} 1\n[^]*dudao_view_lag_seconds\{view="agency-register"\} 90\n/);
    await server.record.views.catchUp();
    expect(await numbers()).toMatch(/dudao_view_lag_events\{view="agency-register"\} 0\n[^]*dudao_view_lag_seconds\{view="agency-register"\} 0\n/);
    expect(await numbers()).toMatch(/dudao_timers_overdue 0\n[^]*dudao_cases_overdue 0\n/);
  });

  it('says how deliveries to webhooks went, and how far the last of them is behind', async () => {
    const attempt = { webhookId: 'w', number: 1, at: server.clock.now(), eventId: 'e', type: 't', stream: 'agency-1', isRedelivery: false, milliseconds: 40 };
    server.metrics.delivered({ ...attempt, outcome: 'TIMED_OUT' });
    for (const id of ['w', 'gone']) await server.as('service-agency').post(`/v1/webhooks/${id}/register-webhook`, { url: 'https://hooks.example.org/dudao' });
    await server.as('service-agency').post('/v1/webhooks/gone/suspend-webhook', { reason: '维护' });
    server.clock.set('2026-11-24T00:33:00.000Z');
    await server.record.views.catchUp();
    const text = await numbers();
    expect(text).toContain('dudao_webhook_delivery_seconds_bucket{le="0.05",outcome="TIMED_OUT"} 1');
    expect(text).toMatch(/dudao_webhooks\{state="active"\} 1\ndudao_webhooks\{state="suspended"\} 1\n/);
    expect(text).toMatch(/dudao_webhook_lag_events 2\n[^]*dudao_webhook_lag_seconds 90\n/);
    const { journal } = server.record;
    const { registeredAt } = (await server.as('service-agency').get('/v1/webhooks/w')).body;
    const place = await journal.progressOf('w', registeredAt as string);
    await journal.saveProgress('w', place, { ...place.progress, scannedTo: (await server.record.events.head()) ?? '' });
    expect(await numbers()).toMatch(/dudao_webhook_lag_events 0\n[^]*dudao_webhook_lag_seconds 0\n/);
  });

  it('tells only those who answer for the record', async () => {
    expect((await server.as('fuzhou').get('/metrics')).status).toBe(403);
  });

  it('logs a line for each answer, with the trace of the caller and nothing of what was sent', () => {
    const logged = lines.filter((line) => typeof line === 'object');
    expect(logged[0]).toEqual({
      method: 'POST', route: '/v1/agencies/:agencyId/register-agency', status: 201, milliseconds: expect.any(Number), traceId: '0af76519-16cd-43dd-8448-eb211c80319c',
    });
    expect(JSON.stringify(lines)).not.toContain('甲校');
  });
});

describe('measuring appends', () => {
  it('counts what became durable, not what failed', async () => {
    const metrics = new Metrics();
    const answers = [Promise.resolve({ revision: 0, position: '1', repeated: false }), Promise.reject(new Error('full'))];
    const store = measured({ storeId: 's', append: () => answers.shift() } as unknown as EventStore, (seconds) => metrics.appended(seconds));
    await store.append('agency-1', 'no_stream', []);
    await expect(store.append('agency-1', 0, [])).rejects.toThrow('full');
    const nothing = { lag: async () => [], nextAfter: async () => undefined, dueTimers: async () => 0, overdueCases: async () => 0, webhooks: async () => ({ active: 0, suspended: 0, behind: 0, seconds: 0 }), now: () => 0 };
    expect(await metrics.text(nothing)).toContain('dudao_append_seconds_count 1');
  });
});

describe('the trace of a request', () => {
  it.each([undefined, 'x', '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331', '00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01'])('is our own where the caller has none: %s', (traceparent) => {
    expect(traceIdOf({ headers: { traceparent } as Record<string, string> })).toMatch(/^[0-9a-f-]{36}$/);
  });
});
