import { accepted } from '#test/support/requests';
import { appointInternalSupervisor } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';

const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const session = {
  agencyId: 'a-1', activityType: 'SKILL_LEVEL_RECOGNITION', occupation: '电工', level: 'LEVEL_4', venueDivision: '350128', venue: '平潭实训基地',
  startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T09:00:00.000Z',
};

describe('a session over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    for (const agencyId of ['a-1', 'a-2']) await server.as('fuzhou').post(`/v1/agencies/${agencyId}/register-agency`, agency);
    await appointInternalSupervisor(server, 'hong', 'a-1');
  });
  afterAll(() => server.close());

  const post = (path: string, body: object = {}, persona = 'agency-a-1') => server.as(persona).post(`/v1/sessions/${path}`, body);
  const act = (path: string, body?: object) => accepted(server, 'agency-a-1', `sessions/${path}`, body);

  it('is registered once, wherever its id comes from, until the other is cancelled', async () => {
    await act('one/register-session', session);
    expect((await post('two/register-session', session)).body).toMatchObject({ rule: { name: 'SessionIsRegisteredOnce', id: 'R3.6-2' } });
    await act('two/register-session', { ...session, level: 'LEVEL_3' });
    const moved = { startsAt: session.startsAt, endsAt: session.endsAt, reason: '场地检修' };
    await act('one/reschedule-session', { ...moved, endsAt: '2026-12-02T09:00:00.000Z' });
    await server.record.worker.settle();
    await act('three/register-session', session);
    expect((await post('one/reschedule-session', moved)).body).toMatchObject({ rule: { name: 'SessionIsRegisteredOnce' } });
    await act('three/cancel-session', { reason: '报名不足' });
    await server.record.worker.settle();
    await act('one/reschedule-session', moved);
  });

  it('gives each person one role', async () => {
    await act('one/assign-session-staff', { staff: [{ personId: 'p-ye', role: 'EXAMINER' }, { personId: 'p-zhuo', role: 'EXAM_STAFF' }] });
    expect((await post('one/assign-session-staff', { staff: [{ personId: 'p-ye', role: 'EXAM_STAFF' }] })).body).toMatchObject({ rule: { id: 'R3.6-2' } });
    await act('two/assign-session-staff', { staff: [{ personId: 'p-ye', role: 'EXAM_STAFF' }] });
    await act('one/withdraw-session-staff', { personId: 'p-ye', reason: '生病' });
    await server.record.worker.settle();
    await act('one/assign-session-staff', { staff: [{ personId: 'p-ye', role: 'EXAM_STAFF' }] });
    const claim = { name: 'ClaimSessionRoles', target: 'one', body: { holder: 'daily-1', roles: [{ personId: 'p-ye', role: 'EXTERNAL_SUPERVISOR' }] } };
    const actor = { person: 'clerk-pt', role: 'MUNICIPAL_CENTER', organisation: 'PT' };
    await expect(server.record.commands.handle({ ...claim, actor, commandId: 'external' })).rejects.toThrow('OneRolePerPersonAndSession');
    const twice = { staff: [{ personId: 'p-lai', role: 'EXAMINER' }, { personId: 'p-lai', role: 'EXAM_STAFF' }] };
    expect((await post('one/assign-session-staff', twice)).status).toBe(400);
  });

  it('is not held by an agency without an internal supervisor', async () => {
    const other = { ...session, agencyId: 'a-2' };
    expect((await post('four/register-session', other, 'agency-a-2')).status).toBe(201);
    await server.record.views.catchUp();
    expect((await server.as('pingtan').get('/v1/sessions?noInternalSupervisor=true')).body.items).toMatchObject([{ sessionId: 'four' }]);
    server.clock.set('2026-12-01T00:30:00.000Z');
    expect((await post('four/start-session', {}, 'agency-a-2')).body).toMatchObject({ rule: { name: 'AgencyHasAnInternalSupervisor', id: 'R1.6-1' } });
  });

  it('is held, and ends as planned where nobody says so', async () => {
    await act('one/start-session');
    server.clock.set('2026-12-02T00:00:00.000Z');
    await server.record.worker.settle();
    const { body } = await server.as('agency-a-1').get('/v1/sessions/one');
    expect(body).toMatchObject({ stage: 'ENDED', endedAt: session.endsAt, scoreSheetDue: { date: '2026-12-04' }, area: 'PT' });
    const { items } = (await server.as('pingtan').get('/v1/sessions/one/timeline')).body as { items: readonly { sentence: string }[] };
    expect(items[0]?.sentence).toBe('闽江技师学院(样例)登记电工四级/中级工场次,2026年12月1日,地点平潭县平潭实训基地');
    expect((await server.as('pingtan').get('/v1/sessions/one/as-of?revision=0')).body).toMatchObject({ document: { stage: 'REGISTERED' } });
    expect((await server.as('pingtan').get('/v1/sessions/one/difference?from=0&to=1')).status).toBe(200);
    expect(items.at(-1)?.sentence).toBe('场次于2026年12月1日结束(机构未报告,按计划时间),内部督导评分表应于2026年12月4日前上传');
  });

  it('is listed for its agency and for the centre of its venue', async () => {
    const listed = async (persona: string, filter: string) => ((await server.as(persona).get(`/v1/sessions?${filter}`)).body.items as readonly { sessionId: string }[]).map(({ sessionId }) => sessionId);
    expect(await listed('agency-a-1', 'stage=ENDED&from=2026-12-01&to=2026-12-01&level=LEVEL_4')).toEqual(['one']);
    expect((await listed('pingtan', '')).sort()).toEqual(['four', 'one', 'three', 'two']);
    expect(await listed('agency-a-2', '')).toEqual(['four']);
    expect(await listed('fuzhou', '')).toEqual([]);
    expect(await listed('internal-p-hong', '')).toEqual([]);
    expect((await server.as('fuzhou').get('/v1/sessions/one')).status).toBe(404);
  });
});
