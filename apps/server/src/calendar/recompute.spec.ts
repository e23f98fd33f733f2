import { act, CASE_ID, formGroup, openCase } from '#test/support/cases';
import { readLog } from '#test/support/read-log';
import { TestServer } from '#test/support/test-server';

const members = ['one', 'two', 'three'].map((name) => ({ supervisorId: `s-${name}`, personId: `p-${name}` }));
const notice = { year: 2027, documentNo: '国办发明电〔2026〕1号', off: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'], work: [] };

describe('a case whose deadline rests on a calendar to come', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await openCase(server);
    server.clock.set('2026-12-28T02:00:00.000Z');
    await formGroup(server, members);
    await act(server, 'fuzhou', 'serve-supervision-notice', { text: '督导通知' });
    await server.record.worker.settle();
  });
  afterAll(() => server.close());

  const publish = async (change: Partial<typeof notice> = {}): Promise<void> => {
    const reply = await server.as('department').post('/v1/calendar/FJ/publish-work-calendar', { ...notice, ...change });
    expect(reply.status).toBe(200);
    await server.record.worker.settle();
  };
  const file = async () => (await server.as('fuzhou').get(`/v1/cases/${CASE_ID}`)).body;
  const moves = async () => (await readLog(server.record.events, ['case'])).filter(({ type }) => type === 'DeadlineRecomputed');

  it('moves with the notice, once, and names the notice as its cause', async () => {
    expect(await file()).toMatchObject({ isProvisional: true, deadline: { name: 'selfReport', due: { date: '2027-01-12' } } });
    await publish();
    expect(await file()).toMatchObject({ isProvisional: false, deadline: { due: { date: '2027-01-13', calendarVersions: ['2026v1', '2027v1'] } } });
    const [move] = await moves();
    const year2027 = (await readLog(server.record.events, ['calendar'])).at(-1);
    expect(move?.meta).toMatchObject({ actor: 'system', causationId: year2027?.id, correlationId: year2027?.meta.correlationId });
    await server.record.worker.settle();
    expect(await moves()).toHaveLength(1);
  });

  it('moves again with a correction, and its timer fires on the new day', async () => {
    await publish({ off: [...notice.off, '2027-01-05'] });
    expect(await file()).toMatchObject({ deadline: { due: { date: '2027-01-14' } } });
    server.clock.set('2027-01-14T15:59:59.999Z');
    await server.record.worker.settle();
    expect((await file()).flags).toEqual([]);
    server.clock.set('2027-01-14T16:00:00.000Z');
    await server.record.worker.settle();
    expect((await file()).flags).toEqual(['SELF_REPORT_MISSING']);
  });

  it('stays once it has ended, whatever is corrected', async () => {
    await publish({ off: [...notice.off, '2027-01-05', '2027-01-06'] });
    expect(await moves()).toHaveLength(2);
    expect(server.refusals).toEqual([]);
  });
});
