import { TestServer } from '#test/support/test-server';

const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const norm = { title: '质量督导工作规范', sha256: 'a'.repeat(64), effectiveFrom: '2026-03-01', provisions: [{ addsTo: 'R3.3-4', text: '评分表应当在一个工作日内上传' }] };

describe('working norms over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await server.as('fuzhou').post('/v1/agencies/agency-1/register-agency', agency);
  });
  afterAll(() => server.close());

  it('are missing, for all to see, until each centre and agency has published its own', async () => {
    await server.record.worker.settle();
    const missing = async () => ((await server.as('xiamen').get('/v1/working-norms?missing=true')).body as { items: readonly { normsId: string }[] }).items.map(({ normsId }) => normsId);
    expect(await missing()).toHaveLength(11);
    expect((await server.as('fuzhou').post('/v1/working-norms/center-3501/publish-working-norm', norm)).status).toBe(201);
    expect((await server.as('agency-agency-1').post('/v1/working-norms/agency-agency-1/publish-working-norm', norm)).status).toBe(201);
    expect((await server.as('agency-agency-1').post('/v1/working-norms/agency-agency-1/publish-working-norm', { ...norm, effectiveFrom: '2026-06-01' })).status).toBe(200);
    expect((await server.as('agency-agency-1').post('/v1/working-norms/agency-agency-1/publish-internal-requirements', norm)).status).toBe(200);
    expect((await server.as('xiamen').post('/v1/working-norms/center-3501/publish-working-norm', norm)).body).toMatchObject({ rule: { name: 'NormIsOfItsKeeper' } });
    await server.record.worker.settle();
    expect(await missing()).toHaveLength(9);
    expect((await server.as('supervisor-p-1').get('/v1/working-norms?by=AGENCY')).body).toMatchObject({ items: [{ normsId: 'agency-agency-1', missing: false, norms: [{ version: 1 }, { version: 2 }], requirements: [{ version: 1 }] }] });
  });
});
