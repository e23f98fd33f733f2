import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTracing, traceFold } from '#apps/server/src/telemetry/tracing';
import { TestServer } from '#test/support/test-server';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status?: { readonly code?: number };
}

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const agency = { name: '甲校', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };

describe('a trace', () => {
  const bodies: string[] = [];
  let collector: Server;
  let server: TestServer;
  let spans: readonly Span[];

  beforeAll(async () => {
    collector = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      bodies.push(body);
      response.end('{}');
    });
    await once(collector.listen(0, '127.0.0.1'), 'listening');
    const stopTracing = await startTracing(`http://127.0.0.1:${(collector.address() as AddressInfo).port}`);
    server = await TestServer.start({ aroundFold: traceFold });
    const clerk = server.as('fuzhou');
    await clerk.post('/v1/agencies/one/register-agency', agency, { traceparent: `00-${TRACE}-b7ad6b7169203331-01` });
    await clerk.post('/v1/agencies/two/register-agency', { ...agency, division: '350128' });
    await server.record.views.catchUp();
    await stopTracing();
    spans = bodies.flatMap((body) => (JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] }).resourceSpans).flatMap(({ scopeSpans }) => scopeSpans).flatMap((scope) => scope.spans);
  });
  afterAll(async () => {
    await server.close();
    collector.close();
  });

  const named = (name: string) => spans.find((span) => span.name === name && span.traceId === TRACE);

  it('goes from the caller through the request and the command to the append', () => {
    const request = named('POST /v1/agencies/:agencyId/register-agency');
    const command = named('RegisterAgency');
    expect(request?.parentSpanId).toBe('b7ad6b7169203331');
    expect(command?.parentSpanId).toBe(request?.spanId);
    expect(named('append')?.parentSpanId).toBe(command?.spanId);
  });

  it('goes on to the views, whoever folds them', () => {
    expect(named('fold agency-register')).toBeDefined();
  });

  it('tells a refusal as an error, and nothing of what was sent', () => {
    expect(spans.find(({ name, status }) => name === 'RegisterAgency' && status?.code === 2)).toBeDefined();
    expect(bodies.join()).not.toMatch(/甲校|fuzhou/);
  });
});
