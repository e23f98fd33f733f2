import { TestServer } from '#test/support/test-server';
import { PERSONAS } from '#libs/access/personas';

interface Route {
  readonly method: string;
  readonly url: string;
}

const OPEN = ['/livez', '/readyz', '/openapi.json', '/docs', '/v1/public-results', '/v1/public-results/:resultId'];

describe('who gets in', () => {
  const routes: Route[] = [];
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start({ onRoute: ({ method, url }) => routes.push(...[method].flat().map((name) => ({ method: name, url }))) });
  });
  afterAll(() => server.close());

  const withoutToken = ({ method, url }: Route) => server.send(url.replaceAll(/:\w+/g, 'a-1').replace('*', 'x'), { method });
  const isOpen = ({ url }: Route): boolean => OPEN.some((path) => url === path || url.startsWith('/docs/'));

  it('answers 401 without a token on every route of the router but the open ones', async () => {
    const guarded = routes.filter((route) => !isOpen(route));
    expect(guarded.filter(({ method }) => method === 'POST').map(({ url }) => url)).toContain('/v1/agencies/:agencyId/register-agency');
    for (const route of guarded) expect([route, (await withoutToken(route)).status]).toEqual([route, 401]);
  });

  it('offers no way to change or remove what is recorded', () => {
    expect(routes.filter(({ method }) => !['GET', 'HEAD', 'POST'].includes(method))).toEqual([]);
  });

  it.each(['Bearer', 'Bearer nobody', 'Basic demo-fuzhou', 'demo-fuzhou', 'Bearer demo-fuzhou x', 'Bearer demo-agency-', 'Bearer demo-agency-a_b'])(
    'answers 401 to "%s"',
    async (authorization) => {
      const refused = await server.send('/v1/me', { headers: { authorization } });
      expect(refused).toMatchObject({ status: 401, body: { type: 'urn:dudao:problem:unauthenticated' } });
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    },
  );

  it('tells each persona who they are', async () => {
    for (const { token, actor } of PERSONAS) expect((await server.send('/v1/me', { headers: { authorization: `Bearer ${token}` } })).body).toEqual(actor);
    expect((await server.as('agency-018f').get('/v1/me')).body).toEqual({ person: 'p-agency-018f', role: 'AGENCY', organisation: '018f' });
    expect((await server.as('supervisor-p-7').get('/v1/me')).body).toEqual({ person: 'p-7', role: 'EXT_SUPERVISOR', organisation: 'EXTERNAL' });
  });

  it('shows the log itself to those who check it, and to nobody else', async () => {
    await server.as('fuzhou').post('/v1/agencies/seen/register-agency', { name: '甲校', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' });
    const read = await server.as('auditor').get('/v1/events/agency-seen');
    expect(read.body).toMatchObject({ items: [{ stream: 'agency-seen', revision: 0, type: 'AgencyRegistered' }], next: null });
    expect(JSON.parse(read.body.items[0].metaText as string)).toEqual(read.body.items[0].meta);
    for (const persona of ['fuzhou', 'agency-seen', 'supervisor-p-7']) expect((await server.as(persona).get('/v1/events/agency-seen')).status).toBe(403);
    expect((await server.as('auditor').get('/v1/events/agency-none')).status).toBe(404);
  });
});
