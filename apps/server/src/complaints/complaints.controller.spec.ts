import { accepted } from '#test/support/requests';
import { TestServer } from '#test/support/test-server';

const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const complaint = { channel: 'PHONE', isAnonymous: false, agencyId: 'agency-1', content: '考场内有人代考', accused: [] };

describe('a complaint over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await act('agencies/agency-1/register-agency', agency);
    await act('cases/case-1/open-special-supervision', {
      agencyId: 'agency-1', targetSelection: 'COMPLAINT', reason: '群众举报', onSiteFrom: '2026-12-01', onSiteTo: '2026-12-02', activityType: 'SKILL_LEVEL_RECOGNITION', venueDivision: '350102',
    });
  });
  afterAll(() => server.close());

  const act = (path: string, body?: object) => accepted(server, 'fuzhou', path, body);

  it('goes from receipt to the archive, by way of a supervision', async () => {
    await act('complaints/one/receive-complaint', complaint);
    await act('complaints/one/register-complaint');
    await act('complaints/one/accept-complaint');
    await act('complaints/one/notify-reporter', { text: '已受理' });
    expect((await server.as('fuzhou').post('/v1/complaints/one/open-investigation', { caseId: 'case-1' })).body).toMatchObject({ rule: { name: 'InvestigationNamesTheComplaint' } });
    await act('cases/case-1/define-matters', { matters: [{ item: 'C3' }], complaintRef: 'one' });
    await act('complaints/one/open-investigation', { caseId: 'case-1' });
    await act('complaints/one/report-findings', { caseId: 'case-1', findings: '监控可见两人互换座位' });
    await act('complaints/one/conclude-complaint', { conclusion: 'PARTLY', reasons: '一人属实' });
    await act('complaints/one/decide-disposal', { disposal: '约谈提醒', records: ['case-case-1'] });
    await act('complaints/one/answer-reporter', { text: '部分属实,已处理' });
    const { body } = await act('complaints/one/close-complaint');
    const file = await server.as('fuzhou').get(`/v1/complaints/one?minPosition=${body.position}`);
    expect(file.body).toMatchObject({ number: '榕技督举〔2026〕1号', stageName: '已归档', conclusion: 'PARTLY' });
    const { items } = (await server.as('fuzhou').get('/v1/complaints/one/timeline')).body as unknown as { items: readonly { sentence: string }[] };
    expect(items.map(({ sentence }) => sentence)).toEqual(expect.arrayContaining(['福州中心收到署名举报(来电)', '认定举报部分属实', '归档']));
  });

  it('flags what nobody did in time', async () => {
    await act('complaints/two/receive-complaint', complaint);
    server.clock.set('2026-12-31T00:00:00.000Z');
    await server.record.worker.settle();
    expect((await server.as('province').get('/v1/complaints/two')).body).toMatchObject({ receiptOverdue: true });
    expect((await server.as('fuzhou').get('/v1/complaints?overdue=true')).body).toMatchObject({ items: [{ complaintId: 'two' }] });
  });

  it('is hidden from the agency, from supervisors and from other centres, as if it were not there', async () => {
    await server.record.views.catchUp();
    for (const persona of ['agency-agency-1', 'supervisor-p-1', 'xiamen']) {
      expect([persona, (await server.as(persona).get('/v1/complaints/one')).status]).toEqual([persona, 404]);
      expect([persona, (await server.as(persona).get('/v1/complaints')).body]).toEqual([persona, { items: [], next: null }]);
    }
    expect((await server.as('auditor').get('/v1/complaints/one')).status).toBe(200);
  });
});
