import { NO_CONFLICT_DECLARATION } from '#libs/cases/no-conflict-declaration';
import { announceDrawKey } from '#test/support/draws';
import { accepted } from '#test/support/requests';
import { appointSupervisor, receiveBlankCards } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';

const school = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const session = {
  agencyId: 'a-1', activityType: 'SKILL_LEVEL_RECOGNITION', occupation: '电工', level: 'LEVEL_4', venueDivision: '350102', venue: '实训楼',
  startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T09:00:00.000Z',
};
const plan = { sessionId: 'one', targetSelection: 'RISK', reason: '多次举报', matters: [{ item: 'C2.05' }], inspection: 'COVERT', covertReason: '防止提前准备' };
const complaint = { channel: 'PHONE', isAnonymous: false, agencyId: 'a-1', content: '考场内有人代考', accused: [] };

interface Item {
  readonly command: string;
  readonly label: string;
  readonly href: string;
  readonly urgency: string;
  readonly due?: { readonly date: string; readonly explanation: string; readonly workingDaysLeft: number };
}

describe('to-dos over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await server.as('fuzhou').post('/v1/agencies/a-1/register-agency', school);
    await receiveBlankCards(server);
    await announceDrawKey(server);
    await appointSupervisor(server, 'one');
    await server.as('agency-a-1').post('/v1/sessions/one/register-session', session);
    await accepted(server, 'fuzhou', 'daily-cases/d-1/plan-daily-supervision', plan);
    await accepted(server, 'fuzhou', 'complaints/c-1/receive-complaint', complaint);
  });
  afterAll(() => server.close());

  const list = async (persona: string, query = ''): Promise<readonly Item[]> => {
    await server.record.worker.settle();
    return (await server.as(persona).get(`/v1/todos${query}`)).body.items as readonly Item[];
  };
  const labels = async (persona: string, query = '') => (await list(persona, query)).map(({ command }) => command);
  /** Does the next step as the list says it. */
  const follow = async (persona: string, command: string, body: object = {}) => {
    const { href } = (await list(persona)).find((item) => item.command === command) ?? { href: `/v1/no-such-to-do/${command}` };
    await accepted(server, persona, href.slice('/v1/'.length), body);
  };

  it('lead a supervision step by step, each at the address that the list gives', async () => {
    expect(await labels('fuzhou')).toEqual(['PrepareDailyDraw', 'NotifyReporter', 'RegisterComplaint']);
    await follow('fuzhou', 'PrepareDailyDraw', { caseId: 'd-1' });
    await follow('fuzhou', 'DispatchSupervisor', { supervisorId: 's-one' });
    expect(await labels('supervisor-p-one')).toEqual(['AcceptDailyAssignment']);
    await follow('supervisor-p-one', 'AcceptDailyAssignment', { declarationVersion: NO_CONFLICT_DECLARATION.version, signed: true });
    await follow('supervisor-p-one', 'AcknowledgeSessionBriefing');
    server.clock.set('2026-12-01T00:30:00.000Z');
    await follow('supervisor-p-one', 'CheckIn', { mode: 'ONSITE', cardNumber: 'R35260001' });
    await follow('supervisor-p-one', 'EndDailySupervision');
    expect(await list('supervisor-p-one')).toMatchObject([{ command: 'SubmitRecord', label: '提交督导情况记录表', urgency: 'LATER', due: { date: '2026-12-08', workingDaysLeft: 5 } }]);
  });

  it('come nearer, run over and are explained', async () => {
    server.clock.set('2026-12-04T02:00:00.000Z');
    expect(await list('supervisor-p-one')).toMatchObject([{ urgency: 'SOON', due: { workingDaysLeft: 2, explanation: expect.stringContaining('5个工作日') } }]);
    server.clock.set('2026-12-09T02:00:00.000Z');
    expect(await list('supervisor-p-one')).toMatchObject([{ command: 'SubmitRecord', urgency: 'OVERDUE', due: { daysLate: 1 } }]);
    expect(await labels('fuzhou', '?whose=ALL&urgency=OVERDUE')).toContain('SubmitRecord');
    expect((await server.as('fuzhou').get('/v1/todos?whose=ALL&limit=1')).body).toMatchObject({ counts: { OVERDUE: expect.any(Number) }, next: expect.any(String) });
  });

  it('are read page by page, each once', async () => {
    const all = await labels('fuzhou', '?whose=ALL');
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await server.as('fuzhou').get(`/v1/todos?whose=ALL&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      paged.push(...(body.items as readonly Item[]).map(({ command }) => command));
      cursor = body.next as string | null;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(3);
  });

  it('tell the agency neither of the covert supervision nor of the complaint', async () => {
    for (const query of ['', '?whose=ALL']) {
      const own = await labels('agency-a-1', query);
      expect(own).toContain('PrepareInternalDraw');
      expect(own.filter((command) => !['PrepareInternalDraw', 'StartSession', 'EndSession', 'DraftTrainingPlan'].includes(command))).toEqual([]);
    }
    expect(JSON.stringify((await server.as('agency-a-1').get('/v1/todos/done')).body)).not.toMatch(/daily|complaint/);
    for (const persona of ['xiamen', 'agency-a-2', 'supervisor-p-two', 'internal-p-9']) expect([persona, await labels(persona, '?whose=ALL')]).toEqual([persona, []]);
  });

  it('are kept when they are done, with where the matter stands now', async () => {
    const { body } = await server.as('fuzhou').get('/v1/todos/done');
    expect(body.items.find(({ matter }: { matter: { stream: string } }) => matter.stream === 'daily-d-1')).toMatchObject({
      matter: { title: '日常督导 闽江技师学院(样例) 电工', href: '/v1/daily-cases/d-1' }, steps: [{ command: 'DispatchSupervisor' }, { command: 'PrepareDailyDraw' }], next: [{ command: 'SubmitRecord' }],
    });
    const own = (await server.as('supervisor-p-one').get('/v1/todos/done')).body.items;
    expect(own).toMatchObject([{ matter: { stream: 'daily-d-1' }, steps: [{ command: 'EndDailySupervision' }, { command: 'CheckIn' }, { command: 'AcknowledgeSessionBriefing' }, { command: 'AcceptDailyAssignment' }] }]);
  });

  it('go with what happens by itself, to those who oversee the area', async () => {
    const { items } = (await server.as('fuzhou').get('/v1/upcoming?days=60')).body;
    expect(items).toContainEqual(expect.objectContaining({ command: 'FlagReceiptOverdue', happens: '记为告知举报人逾期', date: '2026-12-09', prevents: '书面告知举报人', explanation: expect.stringContaining('15日') }));
    expect((await server.as('province').get('/v1/upcoming?days=60')).body.items).toEqual(items);
    for (const persona of ['xiamen', 'agency-a-1', 'supervisor-p-one']) expect((await server.as(persona).get('/v1/upcoming?days=60')).body).toEqual({ items: [], next: null });
  });
});
