import { TestServer } from '#test/support/test-server';
import { EVENT_TYPES } from '#libs/record/event-schemas';

describe('the catalogue of events', () => {
  let server: TestServer;
  let items: readonly { type: string; basis: readonly unknown[]; versions: readonly { path: string; schema: object; sentence: string }[] }[];
  beforeAll(async () => {
    server = await TestServer.start();
    items = (await server.as('agency-1').get('/v1/catalog')).body.items;
  });
  afterAll(() => server.close());

  it('has every type of the record, with its name, rules, schema, example and sentence', () => {
    expect(items.map(({ type }) => type)).toEqual(EVENT_TYPES);
    expect(items.find(({ type }) => type === 'AgencyRegistered')).toMatchObject({
      name: '备案登记',
      category: 'agency',
      version: 1,
      basis: [{ id: 'R1.5-2', article: '第一章五', quotes: [expect.any(String)] }, { id: 'R1.5-3' }],
      versions: [
        {
          version: 1,
          cloudEventType: 'fj.dudao.AgencyRegistered.v1',
          path: '/v1/catalog/AgencyRegistered/v1',
          schema: { $id: 'urn:dudao:event:AgencyRegistered:v1', additionalProperties: false },
          example: { division: '350102', filedOn: '2026-01-05' },
          sentence: '闽江技师学院(样例)于2026年1月5日备案(福州)',
        },
      ],
      feed: { path: '/v1/catalog/AgencyRegistered/v1/released', schema: { $id: 'urn:dudao:event:AgencyRegistered:v1:released' } },
    });
  });

  it('gives each schema by itself, and 404 for what there is not', async () => {
    for (const { versions } of items.slice(0, 5)) {
      for (const { path, schema } of versions) {
        const found = await server.as('supervisor-p-7').get(path);
        expect([found.status, found.headers.get('content-type'), found.body]).toEqual([200, 'application/schema+json; charset=utf-8', schema]);
      }
    }
    for (const path of ['AgencyRegistered/v2', 'AgencyRegistered/1', 'NothingHappened/v1']) expect((await server.as('fuzhou').get(`/v1/catalog/${path}`)).status).toBe(404);
  });

  it('gives what the feed delivers of each, and says why it delivers nothing', async () => {
    const { status, body } = await server.as('fuzhou').get('/v1/catalog/SupervisorsDrawn/v1/released');
    expect([status, Object.keys(body.properties as object), body.examples]).toEqual([200, ['drawId'], [{ drawId: expect.any(String) }]]);
    expect(items.find(({ type }) => type === 'BarRecorded')).toMatchObject({ feed: { withheld: '个人的记录不外送' } });
    for (const path of ['BarRecorded/v1/released', 'SupervisorsDrawn/v2/released']) expect((await server.as('fuzhou').get(`/v1/catalog/${path}`)).status).toBe(404);
  });

  it('answers with a JSON Schema where OpenAPI says so', async () => {
    const { content } = (await server.send('/openapi.json')).body.paths['/v1/catalog/{type}/{version}'].get.responses['200'];
    expect(Object.keys(content as object)).toEqual(['application/schema+json']);
  });

  it('is for those who are known', async () => {
    for (const path of ['/v1/catalog', '/v1/catalog/AgencyRegistered/v1', '/v1/asyncapi.json']) expect((await server.send(path)).status).toBe(401);
  });
});
