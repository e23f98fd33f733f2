import { TestServer } from '#test/support/test-server';

const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const session = {
  agencyId: 'a-1', activityType: 'SKILL_LEVEL_RECOGNITION', occupation: '电工', level: 'LEVEL_4', venueDivision: '350128', venue: '平潭实训基地',
  startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T09:00:00.000Z',
};
const plan = { sessionId: 'one', targetSelection: 'PLANNED', reason: '年度计划', matters: [{ item: 'C2.05' }], inspection: 'OVERT' };

describe('planning daily supervisions over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await server.as('fuzhou').post('/v1/agencies/a-1/register-agency', agency);
    await server.as('agency-a-1').post('/v1/sessions/one/register-session', session);
  });
  afterAll(() => server.close());

  const planAs = (persona: string, caseId: string, body: object = {}) => server.as(persona).post(`/v1/daily-cases/${caseId}/plan-daily-supervision`, { ...plan, ...body });

  it('keeps a session for one supervision, a joint one of the province excepted, until it is cancelled', async () => {
    expect((await planAs('fuzhou', 'd-0')).status).toBe(403);
    expect((await planAs('pingtan', 'd-1')).status).toBe(201);
    expect((await planAs('province', 'd-2')).body).toMatchObject({ rule: { name: 'SessionIsSupervisedOnce', id: 'R1.5-3' }, detail: expect.stringContaining('d-1') });
    expect((await planAs('province', 'd-2', { jointReason: '省市联合督导' })).status).toBe(201);
    expect((await planAs('pingtan', 'd-3', { jointReason: '省市联合督导' })).status).toBe(422);
    expect((await server.as('pingtan').post('/v1/daily-cases/d-1/cancel-daily-supervision', { reason: '人员调整' })).status).toBe(200);
    await server.record.worker.settle();
    expect((await planAs('pingtan', 'd-3', { jointReason: '省市联合督导' })).status).toBe(201);
  });

  it('moves with its session, and is missed at the new end where nobody came', async () => {
    const slot = { startsAt: '2026-12-03T01:00:00.000Z', endsAt: '2026-12-03T09:00:00.000Z' };
    await server.as('agency-a-1').post('/v1/sessions/two/register-session', { ...session, venue: '平潭实训基地二' });
    expect((await planAs('pingtan', 'd-4', { sessionId: 'two' })).status).toBe(201);
    expect((await server.as('agency-a-1').post('/v1/sessions/two/reschedule-session', { ...slot, reason: '场地检修' })).status).toBe(200);
    await server.record.worker.settle();
    const read = async () => (await server.as('pingtan').get('/v1/daily-cases/d-4')).body;
    server.clock.set('2026-12-02T09:00:00.000Z');
    await server.record.worker.settle();
    expect(await read()).toMatchObject({ ...slot, onSiteFrom: '2026-12-03', missed: false });
    server.clock.set(slot.endsAt);
    await server.record.worker.settle();
    expect(await read()).toMatchObject({ missed: true, stage: 'PLANNED' });
    expect(server.refusals).toEqual([]);
  });

  it('lists the file for the centre of the venue and the province; the centre of the filing may open it, and nobody else', async () => {
    await server.record.views.catchUp();
    const listed = async (persona: string, filter = '') =>
      ((await server.as(persona).get(`/v1/daily-cases?${filter}`)).body.items as readonly { caseId: string }[]).map(({ caseId }) => caseId).sort();
    for (const persona of ['pingtan', 'province']) expect(await listed(persona)).toEqual(['d-1', 'd-2', 'd-3', 'd-4']);
    for (const persona of ['fuzhou', 'xiamen', 'agency-a-1', 'supervisor-p-1']) expect(await listed(persona)).toEqual([]);
    expect(await listed('province', 'dispatcher=FJ&stage=PLANNED&sessionId=one&from=2026-12-01&to=2026-12-01')).toEqual(['d-2']);
    expect((await server.as('fuzhou').get('/v1/daily-cases/d-3')).body).toMatchObject({ stage: 'PLANNED', stageName: '已立项', filedIn: '3501', area: 'PT' });
    for (const persona of ['xiamen', 'agency-a-1', 'supervisor-p-1']) expect((await server.as(persona).get('/v1/daily-cases/d-3')).status).toBe(404);
    expect((await server.as('pingtan').get('/v1/daily-cases/d-1/timeline')).body.items.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      '平潭中心对闽江技师学院(样例)2026年12月1日电工四级/中级工场次立项日常督导(计划安排,明察),督导内容1项', '取消督导:人员调整',
    ]);
    expect((await server.as('pingtan').get('/v1/daily-cases/d-1/as-of?revision=0')).body).toMatchObject({ document: { stage: 'PLANNED' } });
    expect((await server.as('pingtan').get('/v1/daily-cases/d-1/difference?from=0&to=1')).body.changes).toContainEqual({ path: '/stage', old: 'PLANNED', new: 'CANCELLED' });
  });
});
