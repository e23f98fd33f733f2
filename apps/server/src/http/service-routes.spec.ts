import { publishedCalendars } from '#libs/regulation/published-calendars';
import { TestServer } from '#test/support/test-server';

describe('routes about the server itself', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.close());

  it('is alive at once, and ready when its views have caught up with the log', async () => {
    await server.as('fuzhou').post('/v1/agencies/first/register-agency', { name: '甲校', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' });
    expect(await server.send('/livez')).toMatchObject({ status: 200, body: { live: true } });
    const before = await server.send('/readyz');
    expect(before).toMatchObject({ status: 503, body: { ready: false } });
    expect(before.body.views).toContainEqual({ view: 'agency-register', behind: publishedCalendars.length + 1, parked: 0, rebuilding: false });
    await server.record.views.catchUp();
    const after = await server.send('/readyz');
    expect(after).toMatchObject({ status: 200, body: { ready: true } });
    expect(after.body.views).toContainEqual(expect.objectContaining({ view: 'agency-register', behind: 0 }));
  });

  it('describes itself as OpenAPI 3.1: one operation per command, named after it', async () => {
    const { body } = await server.send('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const operation = body.paths['/v1/agencies/{agencyId}/register-agency'].post;
    expect(operation.operationId).toBe('RegisterAgency');
    expect(Object.keys(operation.responses as object)).toEqual(expect.arrayContaining(['200', '201', '400', '403', '412', '422']));
    expect(operation.requestBody.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/RegisterAgency' });
    const { schema, examples } = operation.responses['422'].content['application/problem+json'];
    expect(schema).toEqual({ $ref: '#/components/schemas/Problem' });
    expect(Object.keys(examples as object)).toEqual(['rule-refused', 'key-reused', 'occurs-in-future']);
    expect(body.components.schemas.Problem.required).toEqual(['type', 'title', 'status']);
  });

  it('serves its documentation from files of its own, under headers that allow no others', async () => {
    const page = await server.send('/docs');
    expect(page.status).toBe(200);
    const files = [...(page.body as string).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      expect(file).not.toMatch(/^(https?:)?\/\//);
      expect([file, (await server.send(new URL(file, `${server.url}/docs`).pathname)).status]).toEqual([file, 200]);
    }
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
