import { through } from '#libs/cases/case-story';
import { appendFacts } from '#test/support/case-facts';
import { announceDrawKey } from '#test/support/draws';
import { accepted, settled } from '#test/support/requests';
import { appointInternalSupervisor, appointSupervisor, receiveBlankCards } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';

const school = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const session = {
  agencyId: 'agency-1', activityType: 'SKILL_LEVEL_RECOGNITION', occupation: '电工', level: 'LEVEL_4', venueDivision: '350102', venue: '实训楼',
  startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T09:00:00.000Z',
};
const plan = { sessionId: 'one', targetSelection: 'RISK', reason: '多次举报', matters: [{ item: 'C2.05' }], inspection: 'COVERT', covertReason: '防止提前准备' };
const complaint = { channel: 'PHONE', isAnonymous: false, agencyId: 'agency-1', content: '考场内有人代考', accused: [] };
const norm = { title: '工作规范', sha256: 'a'.repeat(64), effectiveFrom: '2026-11-24', provisions: [{ addsTo: 'R3.3-2', text: '内督到场不少于半日' }] };

interface Part {
  readonly name: string;
  readonly entries: readonly { readonly id: string; readonly timeline: string }[];
}

describe('the file of an agency and the file of a supervisor', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await accepted(server, 'fuzhou', 'agencies/agency-1/register-agency', school);
    await receiveBlankCards(server);
    await announceDrawKey(server);
    await appointSupervisor(server, '1');
    await appointInternalSupervisor(server, 'nine', 'agency-1');
    await appendFacts(server.record.events, 'closed', through('CloseCase'));
    await accepted(server, 'agency-agency-1', 'sessions/one/register-session', session);
    await accepted(server, 'fuzhou', 'daily-cases/d-1/plan-daily-supervision', plan);
    for (const step of ['receive-complaint', 'register-complaint', 'accept-complaint']) await accepted(server, 'fuzhou', `complaints/c-1/${step}`, step === 'receive-complaint' ? complaint : {});
    await accepted(server, 'agency-agency-1', 'working-norms/agency-agency-1/publish-working-norm', norm);
    await server.record.worker.settle();
  });
  afterAll(() => server.close());

  const agencyFile = async (persona: string, query = '') => (await settled(server, persona, `agencies/agency-1/file${query}`)).body;
  const idsIn = (file: { readonly parts: readonly Part[] }) => Object.fromEntries(file.parts.map(({ name, entries }) => [name, entries.map(({ id }) => id)]));

  it('has every stream about the agency for its centre, each opening to its events', async () => {
    const file = await agencyFile('fuzhou');
    expect(idsIn(file)).toEqual({ cases: ['closed'], dailies: ['d-1'], sessions: ['one'], sanctions: [], complaints: ['c-1'], trainings: ['nine-agency-1'] });
    expect(file.norms).toMatchObject([{ missing: false }]);
    expect(file.years).toMatchObject([{ year: '2026', counts: { cases: 1, dailies: 1, complaints: 1 }, opinions: 1, averageScore: null }]);
    for (const { timeline } of (file.parts as readonly Part[]).flatMap(({ entries }) => entries)) expect([timeline, (await server.as('fuzhou').get(timeline)).status]).toEqual([timeline, 200]);
  });

  it('tells the agency neither of the covert supervision nor of the complaint, and another centre only what is open to all', async () => {
    const own = await agencyFile('agency-agency-1');
    expect(idsIn(own)).toEqual({ cases: ['closed'], dailies: [], sessions: ['one'], sanctions: [], complaints: [], trainings: ['nine-agency-1'] });
    expect(JSON.stringify(own)).not.toMatch(/d-1|c-1/);
    for (const persona of ['xiamen', 'agency-agency-2', 'supervisor-p-7']) expect([persona, Object.values(idsIn(await agencyFile(persona))).flat()]).toEqual([persona, []]);
    expect((await server.as('fuzhou').get('/v1/agencies/none/file')).status).toBe(404);
  });

  it('is as it was known on any day', async () => {
    const before = await agencyFile('fuzhou', '?asOf=2026-03-10');
    expect(before).toMatchObject({ asOf: '2026-03-10', years: [{ opinions: 0, counts: { cases: 1, complaints: 0 } }], norms: [{ missing: true }] });
    expect(before.parts[0].entries).toMatchObject([{ id: 'closed', state: '自评环节已结束', marks: [] }]);
    expect((await agencyFile('fuzhou')).parts[0].entries).toMatchObject([{ state: '已结案归档', marks: [expect.stringContaining('意见书'), '整改或者案件已办结'] }]);
  });

  it('has of a supervisor the credential, the terms and cards, every draw and what became of it', async () => {
    const { body } = await settled(server, 'fuzhou', 'supervisors/s-1/file');
    expect(body).toMatchObject({
      supervisor: { credentialId: 's-1', cardNumber: 'R35260001' }, tally: { drawn: 1, accepted: 1, declined: 0, recused: 0 }, asOf: null,
      tasks: [{ matter: { stream: 'case-closed', title: '专项督导 闽江技师学院(样例)' }, seated: true, steps: expect.arrayContaining([expect.objectContaining({ type: 'SupervisorsDrawn', what: '被抽中' })]) }],
    });
    expect(body.history.map(({ type }: { type: string }) => type)).toEqual(expect.arrayContaining(['SupervisorApplied', 'SupervisorAppointed', 'CardIssued']));
    const early = (await settled(server, 'fuzhou', 'supervisors/s-1/file?asOf=2026-03-02')).body;
    expect(early).toMatchObject({ history: [], tally: { drawn: 1, accepted: 1 } });
    expect(early.tasks[0].steps.length).toBeLessThan(body.tasks[0].steps.length);
  });

  it('shows a supervisor to themselves, to the province and to their centre, and to nobody else', async () => {
    for (const persona of ['supervisor-p-1', 'province', 'auditor']) expect((await settled(server, persona, 'supervisors/s-1/file')).body).toMatchObject({ tally: { drawn: 1 } });
    for (const persona of ['xiamen', 'supervisor-p-2', 'agency-agency-1']) expect([persona, (await settled(server, persona, 'supervisors/s-1/file')).status]).toEqual([persona, 404]);
    expect((await settled(server, 'agency-agency-1', 'supervisors/i-nine/file')).body).toMatchObject({ supervisor: { supervisorType: 'INTERNAL' }, tasks: [] });
  });
});
