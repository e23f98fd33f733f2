import { accepted } from '#test/support/requests';
import { form, improvement, measure } from '#libs/cases/daily-story';
import { NO_CONFLICT_DECLARATION } from '#libs/cases/no-conflict-declaration';
import { announceDrawKey } from '#test/support/draws';
import { appointSupervisor, receiveBlankCards } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';

const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const session = {
  agencyId: 'a-1', activityType: 'SKILL_LEVEL_RECOGNITION', occupation: '电工', level: 'LEVEL_4', venueDivision: '350102', venue: '实训楼',
  startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T09:00:00.000Z',
};
const plan = { sessionId: 'one', targetSelection: 'RISK', reason: '多次举报', matters: [{ item: 'C2.05' }, { item: 'C2.03' }], inspection: 'COVERT', covertReason: '防止提前准备' };
const acceptance = { declarationVersion: NO_CONFLICT_DECLARATION.version, signed: true };

describe('a daily supervision, from the plan to the closing', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await server.as('fuzhou').post('/v1/agencies/a-1/register-agency', agency);
    await receiveBlankCards(server);
    await announceDrawKey(server);
    await appointSupervisor(server, 'one');
    await server.as('agency-a-1').post('/v1/sessions/one/register-session', session);
  });
  afterAll(() => server.close());

  const ask = (persona: string, command: string, body: object = {}) => server.as(persona).post(`/v1/daily-cases/d-1/${command}`, body);
  const act = async (persona: string, command: string, body: object = {}) => {
    await accepted(server, persona, `daily-cases/d-1/${command}`, body);
    await server.record.worker.settle();
  };
  const file = async (persona = 'fuzhou') => (await server.as(persona).get('/v1/daily-cases/d-1')).body;

  it('is planned, and the supervisor who was drawn is dispatched and accepts', async () => {
    await act('fuzhou', 'plan-daily-supervision', plan);
    expect(await server.as('fuzhou').post('/v1/draws/d-1-d1/prepare-daily-draw', { caseId: 'd-1' })).toMatchObject({ status: 201 });
    await server.record.worker.settle();
    expect((await ask('supervisor-p-one', 'accept-daily-assignment', acceptance)).body).toMatchObject({ rule: { name: 'AssignmentAwaitsAnswer' } });
    await act('fuzhou', 'dispatch-supervisor', { supervisorId: 's-one' });
    const staff = { staff: [{ personId: 'p-one', role: 'EXAMINER' }] };
    expect((await server.as('agency-a-1').post('/v1/sessions/one/assign-session-staff', staff)).body).toMatchObject({ rule: { name: 'OneRolePerPersonAndSession', id: 'R3.6-2' } });
    await act('supervisor-p-one', 'accept-daily-assignment', acceptance);
    await act('supervisor-p-one', 'acknowledge-session-briefing');
    expect(await file('supervisor-p-one')).toMatchObject({ stage: 'ACCEPTED', members: [{ supervisorId: 's-one', status: 'ACCEPTED' }] });
    expect((await server.as('supervisor-p-one').get('/v1/daily-cases')).body.items).toHaveLength(1);
    expect((await server.as('supervisor-p-two').get('/v1/daily-cases')).body.items).toEqual([]);
  });

  it('takes the check-in of the assigned, and keeps that somebody else tried', async () => {
    expect((await ask('supervisor-p-one', 'check-in', { mode: 'ONSITE' })).body).toMatchObject({ rule: { name: 'CheckInWithinTheSession' } });
    server.clock.set('2026-12-01T00:30:00.000Z');
    const tried = () => server.as('supervisor-p-two').post('/v1/daily-cases/d-1/check-in', { mode: 'ONSITE' }, { 'idempotency-key': 'tried-once' });
    for (const _again of [1, 2]) expect(await tried()).toMatchObject({ status: 403, body: { rule: { name: 'NothingWithoutAssignment', id: 'R2.5-1' } } });
    await act('supervisor-p-one', 'check-in', { mode: 'ONSITE', cardNumber: 'R35260001' });
    expect(await file()).toMatchObject({ stage: 'IN_PROGRESS', unassignedActs: [{ personId: 'p-two', act: 'CHECK_IN' }] });
    expect((await ask('fuzhou', 'cancel-daily-supervision', { reason: '人员调整' })).body).toMatchObject({ rule: { name: 'NothingDailyHasBegun' } });
  });

  it('stays unknown to the agency until it is disclosed; then the agency reads what it is asked, and answers', async () => {
    const told = async () => server.as('agency-a-1').get('/v1/daily-measures/d-1');
    const question = { item: 'C2.03', text: '收费标准依据哪份文件?' };
    const answer = { no: 1, answer: '校内文件', evidence: [] };
    await act('supervisor-p-one', 'add-daily-evidence', { means: 'OBSERVATION', item: 'C2.05', note: '考场未清场', evidence: form.evidence });
    for (const persona of ['agency-a-1', 'fuzhou', 'province']) expect((await server.as(persona).get('/v1/daily-measures/d-1')).status).toBe(404);
    expect((await server.as('province').get('/v1/daily-measures')).body.items).toEqual([]);
    expect((await ask('agency-a-1', 'answer-daily-inquiry', answer)).status).toBe(404);
    expect((await ask('supervisor-p-one', 'raise-daily-inquiry', question)).body).toMatchObject({ rule: { name: 'NothingIsAskedCovertly', id: 'R2.6(五)' } });
    await act('supervisor-p-one', 'disclose-daily-inspection', { text: '现公开督导身份', cardNumber: 'R35260001' });
    await act('supervisor-p-one', 'raise-daily-inquiry', question);
    expect((await told()).body).toMatchObject({ disclosure: { text: '现公开督导身份', cardNumber: 'R35260001' }, asks: [{ no: 1, text: question.text, status: 'OPEN' }], measures: [] });
    await act('agency-a-1', 'answer-daily-inquiry', answer);
    expect((await told()).body).toMatchObject({ asks: [{ status: 'ANSWERED', answer: '校内文件' }] });
    expect((await file()).papers.map(({ title }: { title: string }) => title)).toEqual(['取证记录', '暗访公开告知', '询问', '询问答复']);
  });

  it('ends with the session where nobody says so; the record is late after five working days, and is corrected beside itself', async () => {
    server.clock.set('2026-12-01T10:00:00.000Z');
    await server.record.worker.settle();
    expect(await file()).toMatchObject({ stage: 'ENDED', endedAt: session.endsAt, timeliness: 'PENDING', recordDue: { date: '2026-12-08' }, dueAt: '2026-12-08T16:00:00.000Z' });
    expect((await server.as('fuzhou').get('/v1/draws/d-1-d1')).body).toMatchObject({ state: 'CLOSED', closedBecause: 'SUPERVISION_ENDED' });
    server.clock.set('2026-12-09T02:00:00.000Z');
    await server.record.worker.settle();
    const listed = async (timeliness: string) => (await server.as('province').get(`/v1/daily-cases?timeliness=${timeliness}`)).body.items.length as number;
    expect(await listed('OVERDUE')).toBe(1);
    expect((await ask('supervisor-p-one', 'submit-record', { form: { ...form, methods: [] }, signed: true })).body).toMatchObject({ rule: { id: 'R3.3.外(二)' } });
    await act('supervisor-p-one', 'submit-record', { form, signed: true });
    expect((await ask('fuzhou', 'correct-record', { form, signed: true, reason: '更正' })).status).toBe(403);
    await act('supervisor-p-one', 'correct-record', { form, signed: true, reason: '更正人数' });
    expect(await file()).toMatchObject({ stage: 'RECORD_SUBMITTED', timeliness: 'LATE', daysLate: 1, versions: [{ version: 1 }, { version: 2, reason: '更正人数' }] });
    expect([await listed('OVERDUE'), await listed('LATE')]).toEqual([0, 1]);
    expect((await server.as('agency-a-1').get('/v1/daily-cases/d-1')).status).toBe(404);
  });

  it('is reviewed; the agency reads its measures and nothing of the record, improves, and the supervision is closed', async () => {
    const told = async (path = '') => server.as('agency-a-1').get(`/v1/daily-measures${path}`);
    expect((await ask('fuzhou', 'issue-reminder-letter', measure)).body).toMatchObject({ rule: { name: 'DecisionFollowsTheReview', id: 'R3.3.外(三)' } });
    await act('fuzhou', 'review-record', { reasons: '内部研判意见' });
    expect((await told('/d-1')).body).toMatchObject({ measures: [] });
    await act('fuzhou', 'issue-reminder-letter', measure);
    await act('fuzhou', 'issue-quality-bulletin', measure);
    const { body } = await told('/d-1');
    expect(body).toMatchObject({ caseId: 'd-1', agencyId: 'a-1', measures: [{ measure: 'REMINDER_LETTER', documentNumber: '榕技督提〔2026〕1号' }, { measure: 'QUALITY_BULLETIN', documentNumber: '榕技督质通〔2026〕1号' }] });
    expect(JSON.stringify(body)).not.toMatch(/内部研判意见|考场秩序良好|ev-1/);
    expect((await told()).body.items).toHaveLength(1);
    for (const persona of ['agency-a-2', 'xiamen']) expect((await server.as(persona).get('/v1/daily-measures/d-1')).status).toBe(404);
    expect((await server.as('agency-a-1').get('/v1/daily-cases/d-1')).status).toBe(404);
    await act('agency-a-1', 'report-improvement', improvement);
    expect((await ask('fuzhou', 'close-daily-supervision', { summary: '办结' })).body).toMatchObject({ rule: { name: 'ClosingFollowsTheImprovement', id: 'R3.3.外(四)' } });
    await act('fuzhou', 'confirm-improvement', { measure: 'REMINDER_LETTER', conclusion: '公示已完善' });
    await act('fuzhou', 'close-daily-supervision', { summary: '办结' });
    expect(await file()).toMatchObject({ stage: 'CLOSED', stageName: '已办结', measures: ['REMINDER_LETTER', 'QUALITY_BULLETIN'] });
    expect((await told('/d-1')).body).toMatchObject({ statements: [{ version: 1 }], confirmations: [{ measure: 'REMINDER_LETTER' }], closedOn: '2026-12-09' });
    expect(server.refusals).toEqual([]);
  });
});
