import { accepted, refusalOf, settled } from '#test/support/requests';
import { readLog } from '#test/support/read-log';
import { TestServer } from '#test/support/test-server';

const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const identity = { name: '林举报(样例)', phone: '13800000099' };
const words = Object.values(identity);

describe('the person who complained, over HTTP', () => {
  let server: TestServer;
  const act = (persona: string, path: string, body?: object, more?: Record<string, string>) =>
    more === undefined ? accepted(server, persona, path, body) : server.as(persona).post(`/v1/${path}`, body, more);
  const reads = async (path: string, persona = 'auditor') => JSON.stringify((await settled(server, persona, path)).body);
  beforeAll(async () => {
    server = await TestServer.start();
    await act('fuzhou', 'agencies/agency-1/register-agency', agency);
    await act('fuzhou', 'complaints/one/receive-complaint', { channel: 'PHONE', isAnonymous: false, agencyId: 'agency-1', content: '考场内有人代考', accused: [] });
    await act('fuzhou', 'complaints/one/register-complaint');
  });
  afterAll(() => server.close());

  it('is sealed once for each key of idempotency, and is nowhere in the log, the documents, the timeline or the feed', async () => {
    const key = { 'idempotency-key': 'seal-1' };
    expect((await act('fuzhou', 'reporters/one/seal-reporter', identity, key)).status).toBe(201);
    expect((await act('fuzhou', 'reporters/one/seal-reporter', identity, key)).body).toMatchObject({ repeated: true });
    expect((await act('fuzhou', 'reporters/one/seal-reporter', { ...identity, phone: '13800000098' }, key)).status).toBe(422);
    const log = JSON.stringify(await readLog(server.record.events));
    const answers = await Promise.all(['complaints/one', 'complaints/one/timeline', 'reporters/one', 'events?limit=100', 'events/reporter-one'].map((path) => reads(path)));
    for (const text of [log, ...answers]) for (const word of words) expect(text).not.toContain(word);
    expect(log).toContain('ReporterSealed');
    expect(answers[3]).not.toContain('eporter');
  });

  it('is read by who asked and was allowed to by a second person, once, and the record says so', async () => {
    expect(await refusalOf(server, 'fuzhou', 'reporters/one/open-reporter-identity')).toEqual([403, 'OnlyTheApprovedReaderOpens']);
    await act('fuzhou', 'reporters/one/request-reporter-access', { accessPurpose: 'CONTACT', reason: '告知受理情况' });
    expect(await refusalOf(server, 'fuzhou', 'reporters/one/approve-reporter-access')).toEqual([403, 'SecondPersonApprovesAccess']);
    await act('fuzhou-reviewer', 'reporters/one/approve-reporter-access');
    const key = { 'idempotency-key': 'open-1' };
    expect((await act('fuzhou', 'reporters/one/open-reporter-identity', {}, key)).body).toMatchObject({ identity });
    expect((await act('fuzhou', 'reporters/one/open-reporter-identity', {}, key)).body).not.toHaveProperty('identity');
    expect(await refusalOf(server, 'fuzhou', 'reporters/one/open-reporter-identity')).toEqual([403, 'OnlyTheApprovedReaderOpens']);
    expect((await settled(server, 'auditor', 'reporters/one')).body).toMatchObject({
      state: 'SEALED', fields: ['name', 'phone'], readings: [{ by: 'p-fuzhou', accessPurpose: 'CONTACT', reason: '告知受理情况' }],
    });
  });

  it('is denied where a second person does not agree', async () => {
    await act('fuzhou', 'reporters/one/request-reporter-access', { accessPurpose: 'VERIFICATION', reason: '核实细节' });
    await act('fuzhou-reviewer', 'reporters/one/deny-reporter-access', { reason: '监控已足够' });
    expect(await refusalOf(server, 'fuzhou', 'reporters/one/open-reporter-identity')).toEqual([403, 'OnlyTheApprovedReaderOpens']);
  });

  it('is not there for the agency, for supervisors and for other centres', async () => {
    for (const persona of ['agency-agency-1', 'supervisor-p-1', 'xiamen', 'internal-p-1']) {
      expect([persona, (await settled(server, persona, 'reporters/one')).status]).toEqual([persona, 404]);
      expect([persona, (await refusalOf(server, persona, 'reporters/one/request-reporter-access', { accessPurpose: 'CONTACT', reason: '好奇' }))[0]]).toEqual([persona, 403]);
    }
  });

  it('is gone when two persons have erased it, and stays gone', async () => {
    await act('fuzhou', 'complaints/one/reject-complaint', { reason: '不属于本办法范围' });
    await act('fuzhou', 'complaints/one/notify-reporter', { text: '不予受理' });
    expect(await refusalOf(server, 'fuzhou', 'reporters/one/propose-reporter-erasure', { reason: '已办结' })).toEqual([422, 'ErasureFollowsTheClosing']);
    await act('fuzhou', 'complaints/one/close-complaint');
    await act('fuzhou', 'reporters/one/propose-reporter-erasure', { reason: '已办结' });
    expect(await refusalOf(server, 'fuzhou', 'reporters/one/confirm-reporter-erasure')).toEqual([403, 'ErasureTakesTwoPersons']);
    await act('fuzhou-reviewer', 'reporters/one/confirm-reporter-erasure');
    await act('fuzhou-reviewer', 'reporters/one/confirm-reporter-erasure');
    expect(await refusalOf(server, 'fuzhou', 'reporters/one/seal-reporter', identity)).toEqual([422, 'ErasedReporterStaysErased']);
    expect((await act('fuzhou', 'reporters/one/seal-reporter', identity, { 'idempotency-key': 'seal-1' })).body).toMatchObject({ rule: { name: 'ErasedReporterStaysErased' } });
    expect((await settled(server, 'fuzhou', 'reporters/one')).body).toMatchObject({ state: 'ERASED' });
  });
});
