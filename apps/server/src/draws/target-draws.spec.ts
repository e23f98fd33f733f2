import { accepted, refusalOf, settled } from '#test/support/requests';
import { announceDrawKey, PUBLIC_KEY } from '#test/support/draws';
import { TestServer } from '#test/support/test-server';
import { parseDrawRecord } from '#libs/draws/draw-record-reader';
import { verifyDraw } from '#libs/draws/verify-draw';

const school = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const session = {
  agencyId: 'a-1', activityType: 'SKILL_LEVEL_RECOGNITION', occupation: '电工', level: 'LEVEL_4', venueDivision: '350102',
  startsAt: '2026-12-02T01:00:00.000Z', endsAt: '2026-12-02T09:00:00.000Z',
};
const plan = { targetSelection: 'RANDOM_DRAW', matters: [{ item: 'C2.05' }], inspection: 'OVERT' };
const ROUND = '3501-sessions-2026-11-30';
const SESSIONS = ['one', 'two', 'three', 'four'];

describe('targets drawn at random, over HTTP', () => {
  let server: TestServer;
  const act = (persona: string, path: string, body?: object) => accepted(server, persona, path, body);
  const planned = (id: string, drawId = `${ROUND}-t1`, persona = 'fuzhou') =>
    refusalOf(server, persona, `daily-cases/d-${id}/plan-daily-supervision`, { ...plan, sessionId: id, targetDrawId: drawId });
  const drawn = async (): Promise<readonly string[]> => (await settled(server, 'fuzhou', `draws/${ROUND}-t1`)).body.order.map(({ candidateId }: { candidateId: string }) => candidateId);
  beforeAll(async () => {
    server = await TestServer.start();
    await act('fuzhou', 'agencies/a-1/register-agency', school);
    await act('province', 'agencies/a-central/register-agency', { ...school, name: '央企分公司(样例)', isCentralBranch: true });
    await announceDrawKey(server);
    for (const id of SESSIONS) await act('agency-a-1', `sessions/${id}/register-session`, { ...session, venue: `实训楼${id}` });
    await act('agency-a-1', 'sessions/later/register-session', { ...session, venue: '实训楼', startsAt: '2026-12-09T01:00:00.000Z', endsAt: '2026-12-09T09:00:00.000Z' });
    await act('agency-a-1', 'sessions/elsewhere/register-session', { ...session, venue: '厦门', venueDivision: '350203' });
    await act('agency-a-1', 'sessions/off/register-session', { ...session, venue: '实训楼地下' });
    await act('agency-a-1', 'sessions/off/cancel-session', { reason: '报名人数不足' });
    await act('fuzhou', 'daily-cases/d-risk/plan-daily-supervision', { ...plan, targetSelection: 'RISK', reason: '多次举报', sessionId: 'four' });
  });
  afterAll(() => server.close());

  it('come from a frozen pool of the whole week, with the reason of each that is left out, and are verified offline', async () => {
    expect(await refusalOf(server, 'agency-a-1', `draws/${ROUND}-t1/prepare-target-draw`, { of: 'SESSIONS', period: '2026-11-30', k: 2 })).toEqual([403, 'CentersDrawTargets']);
    await act('fuzhou', `draws/${ROUND}-t1/prepare-target-draw`, { of: 'SESSIONS', period: '2026-11-30', k: 2 });
    const { body } = await settled(server, 'fuzhou', `draws/${ROUND}-t1`);
    expect(body).toMatchObject({
      kind: 'TARGETS', state: 'COMPLETED', drawn: [],
      pool: { eligible: ['one', 'three', 'two'], exclusions: [{ candidateId: 'four', reason: 'ALREADY_SUPERVISED' }, { candidateId: 'off', reason: 'SESSION_CANCELLED' }] },
    });
    expect(body.targets).toEqual((await drawn()).slice(0, 2));
    const record = parseDrawRecord(JSON.stringify((await server.as('auditor').get(`/v1/draws/${ROUND}-t1/record`)).body));
    expect(verifyDraw(record, { publicKey: PUBLIC_KEY }).ok).toBe(true);
    expect((await server.as('fuzhou').get(`/v1/draws/${ROUND}-t1/timeline`)).body.items.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      expect.stringContaining('福州中心建立2026-11-30督导对象第1次抽取'), '名录冻结:可抽取3个,排除2个', '抽取完成:抽中2个,候补1个',
    ]);
    expect((await server.as('fuzhou').get('/v1/draws?kind=TARGETS&period=2026-11-30')).body.items).toMatchObject([{ drawId: `${ROUND}-t1`, eligible: 3 }]);
    expect(await refusalOf(server, 'fuzhou', `draws/${ROUND}-t2/prepare-target-draw`, { of: 'SESSIONS', period: '2026-11-30', k: 2 })).toEqual([422, 'TargetsOfAPeriodAreDrawnOnce']);
    for (const persona of ['xiamen', 'agency-a-1', 'supervisor-p-1']) expect((await server.as(persona).get(`/v1/draws/${ROUND}-t1`)).status).toBe(404);
  });

  it('are supervised as drawn: none beside them, and the next in the order only where one was cancelled', async () => {
    const [first = '', second = '', third = ''] = await drawn();
    expect(await planned(third)).toEqual([422, 'DailyTargetWasDrawn']);
    expect(await planned('later')).toEqual([422, 'DailyTargetWasDrawn']);
    expect(await planned(first, 'no-such-draw')).toEqual([422, 'DailyTargetWasDrawn']);
    expect(await planned(first, `${ROUND}-t1`, 'province')).toEqual([422, 'DailyTargetWasDrawn']);
    expect(await planned(first)).toEqual([201, undefined]);
    await act('agency-a-1', `sessions/${second}/cancel-session`, { reason: '报名人数不足' });
    expect(await planned(third)).toEqual([201, undefined]);
  });

  it('are agencies for special supervision, of which a city never draws a central branch', async () => {
    await act('fuzhou', 'draws/3501-agencies-2026-12-t1/prepare-target-draw', { of: 'AGENCIES', period: '2026-12', k: 1 });
    expect((await settled(server, 'fuzhou', 'draws/3501-agencies-2026-12-t1')).body).toMatchObject({
      targets: ['a-1'], pool: { exclusions: [{ candidateId: 'a-central', reason: 'CENTRAL_BRANCH' }] },
    });
    const opening = { agencyId: 'a-1', targetSelection: 'RANDOM_DRAW', onSiteFrom: '2026-12-14', onSiteTo: '2026-12-14', activityType: 'SKILL_LEVEL_RECOGNITION', venueDivision: '350102' };
    expect(await refusalOf(server, 'fuzhou', 'cases/c-1/open-special-supervision', opening)).toEqual([422, 'SpecialTargetWasDrawn']);
    expect(await refusalOf(server, 'fuzhou', 'cases/c-1/open-special-supervision', { ...opening, targetDrawId: `${ROUND}-t1` })).toEqual([422, 'SpecialTargetWasDrawn']);
    expect(await refusalOf(server, 'fuzhou', 'cases/c-1/open-special-supervision', { ...opening, targetDrawId: '3501-agencies-2026-12-t1' })).toEqual([201, undefined]);
    expect(server.refusals).toEqual([]);
  });
});
