import { TestServer } from '#test/support/test-server';

const school = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const ID = '01930000-0000-7000-8000-0000000000a1';

describe('agencies over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.close());

  it('registers an agency, answers where it was written, and reads it back at once', async () => {
    const fuzhou = server.as('fuzhou');
    const registered = await fuzhou.post(`/v1/agencies/${ID}/register-agency`, school);
    expect(registered.status).toBe(201);
    expect(registered.body).toMatchObject({ stream: `agency-${ID}`, revision: 0, repeated: false, events: [{ type: 'AgencyRegistered', revision: 0 }] });
    expect(registered.headers.get('etag')).toBe(`"agency-${ID}@0"`);

    const read = await fuzhou.get(`/v1/agencies/${ID}?minPosition=${registered.body.position}`);
    expect(read.status).toBe(200);
    expect(read.body).toEqual({ agencyId: ID, area: '3501', standing: 'NORMAL', ...school });
    expect(read.headers.get('etag')).toBe(`"agency-${ID}@0"`);
    expect(read.headers.get('cache-control')).toBe('no-store');
  });

  it('lists agencies by filter, page by page, through the links', async () => {
    const province = server.as('province');
    let position = '';
    for (const [index, name] of ['漳州乙校', '漳州丙校', '漳州甲校', '漳州甲校'].entries()) {
      position = (await province.post(`/v1/agencies/list-${index}/register-agency`, { ...school, name, division: '350602' })).body.position as string;
    }
    const names: string[] = [];
    let path: string | undefined = `/v1/agencies?area=3506&limit=2&minPosition=${position}`;
    let pages = 0;
    for (; path !== undefined; pages += 1) {
      const page = await province.get(path);
      names.push(...(page.body.items as { agencyId: string; name: string }[]).map(({ agencyId, name }) => `${name} ${agencyId}`));
      path = /^<(.+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(names).toEqual(['漳州丙校 list-1', '漳州乙校 list-0', '漳州甲校 list-2', '漳州甲校 list-3']);
    expect(pages).toBe(2);
    expect((await province.get('/v1/agencies?q=漳州甲')).body.items).toHaveLength(2);
  });

  it('refuses a cursor that is damaged or made for another order', async () => {
    for (const cursor of ['x', 'W10', Buffer.from('["",null,"a"]').toString('base64url')]) {
      const refused = await server.as('province').get(`/v1/agencies?cursor=${cursor}`);
      expect([refused.status, refused.body.errors]).toEqual([400, [expect.objectContaining({ parameter: 'cursor' })]]);
    }
  });
});
