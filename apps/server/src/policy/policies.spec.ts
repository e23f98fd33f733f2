import { accepted, refusalOf, settled } from '#test/support/requests';
import { readLog } from '#test/support/read-log';
import { TestServer } from '#test/support/test-server';

const proposal = {
  version: 'FJ-2026-1', validFrom: '2026-12-01', bases: ['闽人社文〔2026〕9号(样例)'], changes: [{ parameter: 'complaint.receiptCalendarDays', value: '10', basis: 'D-11' }], reason: '提高办理效率',
};
const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };

describe('versions of the policy, over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await accepted(server, 'fuzhou', 'agencies/agency-1/register-agency', agency);
  });
  afterAll(() => server.close());

  const receive = async (id: string) => {
    await accepted(server, 'fuzhou', `complaints/${id}/receive-complaint`, { channel: 'PHONE', isAnonymous: false, agencyId: 'agency-1', content: '考场内有人代考', accused: [] });
    const event = (await readLog(server.record.events)).find(({ stream }) => stream === `complaint-${id}`);
    return [(event?.data as { receiptDue?: { days: number } } | undefined)?.receiptDue?.days, event?.meta.policy];
  };
  const read = async (query = '', persona = 'fuzhou') => (await settled(server, persona, `policies/FJ${query}`)).body;
  const valueIn = (body: { parameters: readonly { name: string; value: unknown }[] }) => body.parameters.find(({ name }) => name === 'complaint.receiptCalendarDays')?.value;

  it('begin with the Measures, and every decision names the one it was made under', async () => {
    const body = await read();
    expect(body).toMatchObject({ on: '2026-11-24', inForce: 'FJ-2021', versions: [{ version: 'FJ-2021', validFrom: '2021-08-03', changes: [] }] });
    expect(valueIn(body)).toBe('15');
    expect(await receive('before')).toEqual([15, 'FJ-2021']);
    expect((await server.as('fuzhou').get('/v1/policies/3501')).status).toBe(404);
    expect((await read('?on=2021-08-02')).parameters).toEqual([]);
  });

  it('take two persons of the department, and are told to everybody once they are decided', async () => {
    expect(await refusalOf(server, 'province', 'policies/FJ/propose-policy-version', proposal)).toEqual([403, 'PolicyBelongsToTheProvincialDepartment']);
    expect(await refusalOf(server, 'department', 'policies/FJ/propose-policy-version', { ...proposal, validFrom: '2026-11-24' })).toEqual([422, 'PolicyIsNeverBackwards']);
    await accepted(server, 'department', 'policies/FJ/propose-policy-version', proposal);
    expect(await read()).not.toHaveProperty('proposal');
    expect(await read('', 'auditor')).toMatchObject({ proposal: { version: 'FJ-2026-1', by: 'p-department' } });
    expect(await refusalOf(server, 'department', 'policies/FJ/approve-policy-version', { version: 'FJ-2026-1' })).toEqual([403, 'SecondPersonDecidesPolicy']);
    await accepted(server, 'department-reviewer', 'policies/FJ/approve-policy-version', { version: 'FJ-2026-1' });
    const body = await read('?on=2026-12-01', 'agency-agency-1');
    expect(body).toMatchObject({ inForce: 'FJ-2026-1', versions: [{ version: 'FJ-2021', validUntil: '2026-11-30' }, { version: 'FJ-2026-1', bases: proposal.bases, changes: [{ value: '10' }] }] });
    expect([valueIn(body), valueIn(await read('?on=2026-11-30'))]).toEqual(['10', '15']);
  });

  it('decide from their first day on, and nothing that was decided before', async () => {
    expect(await receive('still')).toEqual([15, 'FJ-2021']);
    server.clock.set('2026-11-30T16:00:00.000Z');
    expect(await receive('after')).toEqual([10, 'FJ-2026-1']);
    expect((await settled(server, 'fuzhou', 'complaints/before')).body).toMatchObject({ receiptDue: { days: 15 } });
    const { items } = (await settled(server, 'fuzhou', 'complaints/after/timeline')).body;
    expect(items).toMatchObject([{ policy: 'FJ-2026-1' }]);
  });

  it('tell how they came about to those who oversee', async () => {
    const { items } = (await settled(server, 'auditor', 'policies/FJ/timeline')).body;
    expect(items.map(({ sentence }: { sentence: string }) => sentence)).toEqual(['拟定政策版本FJ-2026-1,自2026年12月1日起调整参数1项:提高办理效率', '批准政策版本FJ-2026-1,自2026年12月1日起施行']);
    for (const persona of ['fuzhou', 'agency-agency-1', 'supervisor-p-1']) expect((await server.as(persona).get('/v1/policies/FJ/timeline')).status).toBe(404);
  });
});
