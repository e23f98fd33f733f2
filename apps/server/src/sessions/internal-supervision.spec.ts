import { accepted } from '#test/support/requests';
import { announceDrawKey, PUBLIC_KEY } from '#test/support/draws';
import { appointInternalSupervisor } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';
import { parseDrawRecord } from '#libs/draws/draw-record-reader';
import { verifyDraw } from '#libs/draws/verify-draw';

const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const session = {
  agencyId: 'a-1', activityType: 'SKILL_LEVEL_RECOGNITION', occupation: '电工', level: 'LEVEL_4', venueDivision: '350102', venue: '实训楼一层',
  startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T09:00:00.000Z',
};

describe('the internal supervision of a session over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await announceDrawKey(server);
    for (const agencyId of ['a-1', 'a-2']) await server.as('fuzhou').post(`/v1/agencies/${agencyId}/register-agency`, agency);
    await appointInternalSupervisor(server, 'hong', 'a-1');
    await appointInternalSupervisor(server, 'gao', 'a-1');
    for (const [id, venue] of [['one', '一层'], ['two', '二层'], ['three', '三层']]) await act(`sessions/${id}/register-session`, { ...session, venue });
  });
  afterAll(() => server.close());

  const post = (path: string, body: object = {}, persona = 'agency-a-1') => server.as(persona).post(`/v1/${path}`, body);
  const act = async (path: string, body: object = {}) => {
    const reply = await accepted(server, 'agency-a-1', path, body);
    await server.record.worker.settle();
    return reply;
  };
  const draw = (sessionId: string, ordinal = 1) => act(`draws/${sessionId}-i${ordinal}/prepare-internal-draw`, { sessionId });
  const read = async (path: string, persona = 'agency-a-1') => (await server.as(persona).get(`/v1/${path}`)).body;

  it('is drawn among the internal supervisors of the agency, as anyone can verify', async () => {
    await act('sessions/one/assign-session-staff', { staff: [{ personId: 'p-hong', role: 'EXAMINER' }] });
    await draw('one');
    expect(await read('sessions/one')).toMatchObject({ internalSupervisors: [{ supervisorId: 'i-gao', personId: 'p-gao', drawId: 'one-i1', singleCandidatePool: true }] });
    const file = await read('draws/one-i1', 'fuzhou');
    expect(file).toMatchObject({ kind: 'INTERNAL_SUPERVISION', sessionId: 'one', agencyId: 'a-1', serial: '榕技督内抽〔2026〕1号' });
    expect(file.pool).toMatchObject({ purpose: '内部督导', scope: 'a-1', k: 1, eligible: ['i-gao'], exclusions: [{ candidateId: 'i-hong', reason: 'CONCURRENT_ROLE' }] });
    const record = parseDrawRecord(JSON.stringify(await read('draws/one-i1/record', 'fuzhou')));
    expect(verifyDraw(record, { publicKey: PUBLIC_KEY })).toMatchObject({ ok: true });
    expect((await server.as('agency-a-1').get('/v1/draws/one-i1')).status).toBe(404);
    expect((await post('sessions/one/assign-session-staff', { staff: [{ personId: 'p-gao', role: 'EXAMINER' }] })).body).toMatchObject({ rule: { name: 'OneRolePerPersonAndSession' } });
  });

  it('takes nobody who is elsewhere at the time', async () => {
    await draw('two');
    expect(await read('sessions/two')).toMatchObject({ internalSupervisors: [{ supervisorId: 'i-hong' }] });
    expect((await read('draws/two-i1', 'fuzhou')).pool.exclusions).toEqual([{ candidateId: 'i-gao', reason: 'TIME_OVERLAP' }]);
    await draw('three');
    expect(await read('draws/three-i1', 'fuzhou')).toMatchObject({ state: 'FAILED', drawn: [] });
    expect(await read('sessions/three')).toMatchObject({ internalSupervisors: [] });
  });

  it('is for the agency of the session, and counted', async () => {
    const body = { sessionId: 'three' };
    expect((await post('draws/three-i2/prepare-internal-draw', body, 'agency-a-2')).status).toBe(403);
    expect((await post('draws/three-i2/prepare-internal-draw', body, 'fuzhou')).status).toBe(403);
    expect((await post('draws/three-i3/prepare-internal-draw', body)).body).toMatchObject({ rule: { name: 'DrawsOfASessionAreCounted' } });
    expect((await post('draws/two-i2/prepare-internal-draw', { sessionId: 'two' })).body).toMatchObject({ rule: { name: 'NobodySupervisesTheSession', id: 'R2.5-2' } });
    expect((await post('draws/none-i1/prepare-internal-draw', { sessionId: 'none' })).body).toMatchObject({ rule: { name: 'DrawIsForASession' } });
  });

  it('is seen by whom it was given to, until they leave', async () => {
    const seen = async () => ((await read('sessions', 'internal-p-hong')).items as readonly { sessionId: string }[]).map(({ sessionId }) => sessionId);
    expect(await seen()).toEqual(['two']);
    await act('sessions/two/release-internal-supervisor', { supervisorId: 'i-hong', cause: 'UNAVAILABLE', reason: '生病' });
    expect(await seen()).toEqual([]);
    await draw('two', 2);
    expect((await read('draws/two-i2', 'fuzhou')).pool.exclusions).toContainEqual({ candidateId: 'i-hong', reason: 'ALREADY_DRAWN' });
    await draw('three', 2);
    expect(await read('sessions/three')).toMatchObject({ internalSupervisors: [{ supervisorId: 'i-hong' }] });
  });

  it('is missed where the start comes first, whoever starts', async () => {
    server.clock.set('2026-12-01T00:30:00.000Z');
    await act('sessions/two/start-session');
    expect(await read('sessions/two')).toMatchObject({ stage: 'IN_PROGRESS', notCovered: true });
    await act('sessions/one/start-session');
    expect(await read('sessions/one')).toMatchObject({ notCovered: false });
    await act('sessions/three/release-internal-supervisor', { supervisorId: 'i-hong', cause: 'RECUSED', reason: '亲属参加认定' });
    server.clock.set('2026-12-01T01:00:00.000Z');
    await server.record.worker.settle();
    expect(await read('sessions/three')).toMatchObject({ stage: 'REGISTERED', notCovered: true });
    const listed = (await read('sessions?notCovered=true', 'fuzhou')).items as readonly { sessionId: string }[];
    expect(listed.map(({ sessionId }) => sessionId).sort()).toEqual(['three', 'two']);
  });

  it('goes from the preparation to the score sheet, which the results wait for', async () => {
    const form = { version: '2026-1', validFrom: '2026-12-01', total: 80, items: [{ item: 'A', text: '考务准备', points: 30 }, { item: 'B', text: '过程管理', points: 50 }] };
    expect((await post('score-sheet-templates/FJ/publish-score-sheet-template', form, 'province')).status).toBe(201);
    await server.record.views.catchUp();
    expect((await read('score-sheet-templates', 'internal-p-gao')).items).toEqual([form]);
    const byGao = async (command: string, body: object = {}) => expect([command, (await post(`sessions/one/${command}`, body, 'internal-p-gao')).body]).toEqual([command, expect.objectContaining({ repeated: false })]);
    const sheet = { templateVersion: '2026-1', scores: [{ item: 'A', points: 28 }, { item: 'B', points: 50 }], sha256: 'a'.repeat(64) };
    const results = { candidates: 40, passed: 31 };
    await byGao('check-preparation', { conforms: true, notes: '场地设备齐全', occurredAt: '2026-12-01T00:10:00.000Z' });
    await byGao('check-process', { conforms: false, notes: '一名考生迟到入场' });
    expect((await post('sessions/one/upload-score-sheet', sheet, 'internal-p-gao')).body).toMatchObject({ rule: { name: 'EveryPhasePrecedesTheSheet', id: 'R3.3-3' } });
    server.clock.set('2026-12-05T01:00:00.000Z');
    await server.record.worker.settle();
    expect((await read('sessions?scoreSheetOverdue=true', 'fuzhou')).items).toMatchObject([{ sessionId: 'two' }, { sessionId: 'one', stage: 'ENDED' }]);
    await byGao('check-result', { conforms: true, notes: '评分与记录一致' });
    expect((await post('sessions/one/finalise-results', results)).body).toMatchObject({ rule: { name: 'ScoreSheetPrecedesTheResults', id: 'R3.3-4' } });
    await byGao('upload-score-sheet', sheet);
    await byGao('lock-score-sheet');
    await act('sessions/one/finalise-results', results);
    expect(await read('sessions/one')).toMatchObject({ stage: 'RESULTS_FINAL', scoreSheetOverdue: true, scoreSheet: { total: 78, late: true, locked: true, supervisorId: 'i-gao' }, results });
    const sentences = ((await read('sessions/one/timeline')).items as readonly { sentence: string }[]).map(({ sentence }) => sentence);
    expect(sentences).toEqual(expect.arrayContaining(['督导认定过程:发现问题,一名考生迟到入场', '内部督导评分表逾期未上传(应于2026年12月4日前)', '上传内部督导评分表,总分78,已逾期', '确定认定结果:参加40人,合格31人']));
  });

  it('fills the file that the agency keeps of its internal supervisor, and nobody else but the province and the person reads', async () => {
    await server.record.worker.settle();
    const mine = async (persona: string) => ((await read('assessment-files', persona)).items as readonly { supervisorId: string; assessmentId: string }[]).map(({ supervisorId }) => supervisorId).sort();
    expect([await mine('agency-a-1'), await mine('internal-p-gao'), await mine('agency-a-2'), await mine('fuzhou')]).toEqual([['i-gao', 'i-hong'], ['i-gao'], [], []]);
    const { items } = await read('assessment-files?supervisorId=i-gao');
    const [{ assessmentId }] = items;
    expect(items).toMatchObject([{ dispatcher: { by: 'AGENCY', organisation: 'a-1' }, record: [{ data: { caseId: 'one', outcome: 'OVERDUE' } }, { data: { caseId: 'one', outcome: 'DELIVERED', lateDays: 1 } }] }]);
    const conduct = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7'].map((duty) => ({ duty, kept: true }));
    await act(`assessment-files/${assessmentId}/assess-conduct`, { caseId: 'one', mark: 'SUFFICIENT', conduct });
    expect((await post(`assessment-files/${assessmentId}/assess-conduct`, { caseId: 'two', mark: 'GOOD', conduct })).body).toMatchObject({ rule: { name: 'EntryIsOfAnOwnTask', id: 'R2.8-1' } });
    const finding = { ground: 'S3', description: '评分表逾期上传', evidence: ['session-one'], caseId: 'one' };
    const order = { decisionNo: '校停1号', reasons: '贻误督导工作', scope: 'ALL', grounds: { severity: 'ORDINARY', findings: [finding] } };
    expect((await post('supervisors/i-gao/suspend-dispatch', order, 'agency-a-2')).status).toBe(403);
    await act('supervisors/i-gao/suspend-dispatch', order);
    expect(await read('supervisors/i-gao')).toMatchObject({ state: 'SUSPENDED' });
    await act('supervisors/i-gao/resume-dispatch', { reasons: '已改正' });
    expect(server.refusals).toEqual([]);
  });
});
