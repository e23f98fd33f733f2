import { TestServer } from '#test/support/test-server';

const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const scope = { kind: 'AGENCY', value: 'agency-1' };

describe('supervision frequencies over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await server.as('fuzhou').post('/v1/agencies/agency-1/register-agency', agency);
  });
  afterAll(() => server.close());
  const raise = (persona: string, timesPerYear: number, change: object = {}) =>
    server.as(persona).post('/v1/supervision-frequencies/3501/raise-supervision-frequency', { scope, timesPerYear, reasons: '投诉增多', ...change });

  it('rise, for all to see, and never fall', async () => {
    expect((await raise('fuzhou', 2)).status).toBe(201);
    expect((await raise('fuzhou', 1, { scope: { kind: 'OCCUPATION', value: '电工' } })).status).toBe(200);
    expect((await raise('province', 4)).status).toBe(200);
    expect(await raise('fuzhou', 4)).toMatchObject({ status: 422, body: { rule: { name: 'FrequencyOnlyRises', id: 'R3.3.外(五)' } } });
    expect((await raise('xiamen', 9)).status).toBe(403);
    expect((await raise('fuzhou', 9, { scope: { kind: 'LEVEL', value: '四级' } })).status).toBe(400);
    await server.record.worker.settle();
    const read = await server.as('agency-agency-1').get('/v1/supervision-frequencies?area=3501');
    expect(read.body).toMatchObject({
      items: [{
        area: '3501',
        raises: [
          { scope, timesPerYear: 2, raisedBy: '3501', inForce: false },
          { scope: { kind: 'OCCUPATION', value: '电工' }, timesPerYear: 1, inForce: true },
          { scope, timesPerYear: 4, raisedBy: 'FJ', reasons: '投诉增多', inForce: true },
        ],
      }],
    });
  });
});
