import { accepted } from '#test/support/requests';
import { announceDrawKey } from '#test/support/draws';
import { appointSupervisor, receiveBlankCards } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';

const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const session = {
  agencyId: 'a-1', activityType: 'SKILL_LEVEL_RECOGNITION', occupation: '电工', level: 'LEVEL_4', venueDivision: '350102', venue: '实训楼一层',
  startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T09:00:00.000Z',
};
const plan = { targetSelection: 'RISK', reason: '多次举报', matters: [{ item: 'C2.05' }], inspection: 'OVERT' };

describe('the draws for daily supervisions', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await server.as('fuzhou').post('/v1/agencies/a-1/register-agency', agency);
    await receiveBlankCards(server);
    await announceDrawKey(server);
    for (const name of ['one', 'two', 'examiner']) await appointSupervisor(server, name);
    for (const [id, venue] of [['one', '实训楼一层'], ['two', '实训楼二层']]) {
      await act('agency-a-1', `sessions/${id}/register-session`, { ...session, venue });
      await act('fuzhou', `daily-cases/${id}/plan-daily-supervision`, { ...plan, sessionId: id });
    }
    await act('agency-a-1', 'sessions/one/assign-session-staff', { staff: [{ personId: 'p-examiner', role: 'EXAMINER' }] });
  });
  afterAll(() => server.close());

  async function act(persona: string, path: string, body: object = {}): Promise<void> {
    await accepted(server, persona, path, body);
    await server.record.worker.settle();
  }
  const prepare = (drawId: string, caseId: string, persona = 'fuzhou') => server.as(persona).post(`/v1/draws/${drawId}/prepare-daily-draw`, { caseId });
  const drawn = async (drawId: string) => (await server.as('fuzhou').get(`/v1/draws/${drawId}`)).body;
  const members = async (): Promise<readonly { supervisorId: string; status: string }[]> => (await server.as('fuzhou').get('/v1/daily-cases/one')).body.members;

  it('are asked for by the dispatcher, in their order, for a supervision that was planned', async () => {
    expect((await prepare('none-d1', 'none')).body.rule).toMatchObject({ name: 'DrawIsForACase' });
    expect((await prepare('one-1', 'one')).body.rule).toMatchObject({ name: 'DrawsOfADailyAreCounted', id: 'R2.5-2' });
    expect((await prepare('one-d1', 'one', 'agency-a-1')).body.rule).toMatchObject({ name: 'DispatcherDraws' });
    await act('fuzhou', 'draws/one-d1/prepare-daily-draw', { caseId: 'one' });
    const file = await drawn('one-d1');
    expect(file).toMatchObject({ kind: 'DAILY_CASE', state: 'COMPLETED', pool: { purpose: '日常督导', k: 1, eligible: ['s-one', 's-two'], exclusions: [{ candidateId: 's-examiner', reason: 'CONCURRENT_ROLE' }] } });
    expect(await members()).toMatchObject([{ supervisorId: file.drawn[0].supervisorId, status: 'SEATED' }]);
    expect((await prepare('one-d2', 'one')).body.rule).toMatchObject({ name: 'SeatIsVacant' });
  });

  it('take nobody who is in another one that day', async () => {
    await act('fuzhou', 'draws/two-d1/prepare-daily-draw', { caseId: 'two' });
    const [taken] = await members();
    expect((await drawn('two-d1')).pool.exclusions).toEqual([{ candidateId: taken?.supervisorId, reason: 'TIME_OVERLAP' }]);
    await act('fuzhou', 'daily-cases/two/cancel-daily-supervision', { reason: '场次取消' });
    expect(await drawn('two-d1')).toMatchObject({ state: 'CLOSED', closedBecause: 'SUPERVISION_CANCELLED' });
    expect((await prepare('two-d2', 'two')).body.rule).toMatchObject({ name: 'DailyTakesDrawn', id: 'R2.5-1' });
  });

  it('fill the seat of one who leaves, until nobody is left; a further draw finds nobody either', async () => {
    const leave = async (status: string, replacements: number): Promise<void> => {
      const seated = (await members()).find((one) => one.status === 'SEATED');
      await act(`supervisor-${seated?.supervisorId.replace('s-', 'p-')}`, 'daily-cases/one/decline-daily-assignment', { reason: '住院' });
      expect((await members()).map((one) => one.status)).toEqual(status.split(' '));
      expect((await drawn('one-d1')).replacements).toHaveLength(replacements);
    };
    await leave('DECLINED SEATED', 1);
    await leave('DECLINED DECLINED', 2);
    await act('fuzhou', 'draws/one-d2/prepare-daily-draw', { caseId: 'one' });
    expect(await drawn('one-d2')).toMatchObject({ state: 'FAILED', ordinal: 2 });
    expect(server.refusals).toEqual([]);
  });
});
