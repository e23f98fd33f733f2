import { accepted, refusalOf, settled } from '#test/support/requests';
import { TestServer } from '#test/support/test-server';

const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const opening = {
  agencyId: 'agency-1', severity: 'ORDINARY', severityReasons: '未造成后果', persons: ['staff-1'],
  violations: [{ ground: 'G2', description: '安排专人陪同并打断一名考评人员的陈述', evidence: ['ev-1'] }],
};
const hold = { reasons: '事实清楚', demands: ['不得再阻挠有关人员反映情况'] };

describe('sanctions of agencies over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    server.clock.set('2026-04-07T02:00:00.000Z');
    await act('fuzhou', 'agencies/agency-1/register-agency', agency);
  });
  afterAll(() => server.close());

  const act = (persona: string, path: string, body?: object) => accepted(server, persona, path, body);
  const refusal = (persona: string, path: string, body?: object) => refusalOf(server, persona, path, body);
  const read = (persona: string, path: string) => settled(server, persona, path);
  const standing = async () => (await read('supervisor-p-1', 'agencies/agency-1')).body.standing;

  it('goes from the hold through a correction back to normal operation', async () => {
    const one = 'agency-sanctions/one';
    expect(await refusal('xiamen', `${one}/open-violation-case`, opening)).toEqual([403, 'CenterActsInItsOwnArea']);
    await act('fuzhou', `${one}/open-violation-case`, opening);
    expect((await read('agency-agency-1', one)).status).toBe(404);
    expect(await refusal('fuzhou', `${one}/hold-platform-operation`, hold)).toEqual([422, 'AgencyIsHeardFirst']);
    await act('fuzhou', `${one}/notify-sanction`, { proposes: 'PLATFORM_OPERATION_HOLD', facts: '阻挠有关人员反映情况' });
    await act('agency-agency-1', `${one}/submit-statement`, { text: '并非有意', evidence: [] });
    expect(await refusal('fuzhou', `${one}/hold-platform-operation`, hold)).toEqual([422, 'DecisionAnswersTheStatement']);
    await act('fuzhou', `${one}/hold-platform-operation`, { ...hold, replyToStatement: '不予采纳' });
    expect(await standing()).toBe('ON_HOLD');

    expect(await refusal('fuzhou', `${one}/accept-correction`, { conclusion: '到位' })).toEqual([422, 'DecisionFollowsTheReport']);
    await act('agency-agency-1', `${one}/submit-correction`, { report: '已改正', evidence: [] });
    await act('fuzhou', `${one}/accept-correction`, { conclusion: '到位' });
    expect(await standing()).toBe('NORMAL');
    expect(await refusal('agency-agency-1', `${one}/submit-correction`, { report: '已改正', evidence: [] })).toEqual([422, 'SanctionCaseIsOpen']);
    expect((await read('fuzhou', one)).body).toMatchObject({ stage: 'RESUMED', documents: [{ documentNumber: '榕技督处〔2026〕1号' }] });
  });

  it('holds while any case does, and says to everyone only that', async () => {
    for (const id of ['two', 'three']) {
      await act('fuzhou', `agency-sanctions/${id}/open-violation-case`, opening);
      await act('fuzhou', `agency-sanctions/${id}/hold-platform-operation`, { ...hold, withoutNotice: '督导正在进行' });
    }
    expect((await read('fuzhou', 'agency-sanctions/three')).body).toMatchObject({ repeatedGrounds: ['G2'] });
    await act('province', 'agency-sanctions/two/withdraw-sanction', { reasons: '证据不足' });
    expect((await read('xiamen', 'agencies/agency-1')).body).toEqual({ ...agency, agencyId: 'agency-1', area: '3501', standing: 'ON_HOLD' });
    expect((await read('auditor', 'agencies?standing=ON_HOLD')).body).toMatchObject({ items: [{ agencyId: 'agency-1' }] });
    await act('fuzhou', 'agency-sanctions/three/withdraw-sanction', { reasons: '证据不足' });
    expect(await standing()).toBe('NORMAL');
  });

  it('lets time speak: silence, a date, a reminder, and a centre that does not decide', async () => {
    const four = 'agency-sanctions/four';
    await act('fuzhou', `${four}/open-violation-case`, opening);
    await act('fuzhou', `${four}/notify-sanction`, { proposes: 'PLATFORM_OPERATION_HOLD', facts: '阻挠有关人员反映情况' });
    server.clock.set('2026-04-20T02:00:00.000Z');
    expect((await read('agency-agency-1', four)).body).toMatchObject({ notice: { statement: 'LAPSED' } });
    await act('fuzhou', `${four}/hold-platform-operation`, { ...hold, correctionDueOn: '2026-05-15' });
    server.clock.set('2026-05-18T02:00:00.000Z');
    expect((await read('fuzhou', 'agency-sanctions?overdue=true')).body).toMatchObject({ items: [{ sanctionId: 'four', correction: { overdue: true } }] });
    await act('fuzhou', `${four}/remind-correction`, { text: '请改正' });
    expect(await refusal('fuzhou', `${four}/record-correction-refusal`, { ground: 'OVERDUE_AFTER_REMINDER', reasons: '仍未提交' })).toEqual([422, 'RefusalIsExpressOrAfterReminder']);
    await act('agency-agency-1', `${four}/submit-correction`, { report: '已改正', evidence: [] });
    server.clock.set('2026-06-20T02:00:00.000Z');
    expect((await read('fuzhou', four)).body).toMatchObject({ correction: { decisionOverdue: true } });
  });

  it('tells the agency what it was served, and neither evidence nor persons; others nothing', async () => {
    const served = await read('agency-agency-1', 'agency-sanctions/one');
    expect(served.body).toMatchObject({ stage: 'RESUMED', facts: '阻挠有关人员反映情况', grounds: ['G2'] });
    const timeline = await read('agency-agency-1', 'agency-sanctions/one/timeline');
    for (const { body } of [served, timeline]) for (const secret of ['ev-1', 'staff-1', '专人陪同', 'p-fuzhou']) expect(JSON.stringify(body)).not.toContain(secret);
    expect((timeline.body as { items: readonly { revision: number }[] }).items.map(({ revision }) => revision).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const persona of ['agency-agency-2', 'supervisor-p-1', 'xiamen']) expect([persona, (await read(persona, 'agency-sanctions/one')).status]).toEqual([persona, 404]);
    const items = async (persona: string) => ((await read(persona, 'agency-sanctions')).body as { items: readonly object[] }).items.length;
    expect([await items('agency-agency-1'), await items('province'), await items('agency-agency-2')]).toEqual([4, 4, 0]);
  });
});
