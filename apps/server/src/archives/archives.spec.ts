import { accepted, refusalOf, settled } from '#test/support/requests';
import { TestServer } from '#test/support/test-server';

const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const identity = { name: '林举报(样例)', phone: '13800000099' };

const KEY = { 'idempotency-key': 'seal-1' };

/** A complaint of 福州 that was rejected, told and archived on 24 November 2026. */
describe('an archive, over HTTP', () => {
  let server: TestServer;
  const act = (persona: string, path: string, body?: object) => accepted(server, persona, path, body);
  const refused = (persona: string, path: string, body?: object) => refusalOf(server, persona, path, body);
  const archive = 'archives/complaint-one';
  beforeAll(async () => {
    server = await TestServer.start();
    await act('fuzhou', 'agencies/agency-1/register-agency', agency);
    await act('fuzhou', 'complaints/one/receive-complaint', { channel: 'PHONE', isAnonymous: false, agencyId: 'agency-1', content: '考场内有人代考', accused: [] });
    await server.as('fuzhou').post('/v1/reporters/one/seal-reporter', identity, KEY);
    await act('fuzhou', 'complaints/one/register-complaint');
    await act('fuzhou', 'complaints/one/reject-complaint', { reason: '不属于本办法范围' });
    await act('fuzhou', 'complaints/one/notify-reporter', { text: '不属于本办法范围' });
  });
  afterAll(() => server.close());

  it('is sealed after the closing, when that is the next thing to do', async () => {
    expect(await refused('fuzhou', `${archive}/seal-archive-package`)).toEqual([422, 'OnlyTheClosedIsArchived']);
    await act('fuzhou', 'complaints/one/close-complaint');
    const { items } = (await settled(server, 'fuzhou', 'todos')).body;
    expect(items).toContainEqual(expect.objectContaining({ command: 'SealArchivePackage', href: `/v1/${archive}/seal-archive-package`, label: '归档封存' }));
    expect(await refused('xiamen', `${archive}/seal-archive-package`)).toEqual([403, 'CenterActsInItsOwnArea']);
    await act('fuzhou', `${archive}/seal-archive-package`);
    expect((await settled(server, 'fuzhou', archive)).body).toMatchObject({ state: 'SEALED', kind: 'complaint', version: 1, sealed: 5, keepUntil: '2031-11-24', accesses: 0 });
  });

  it('gives its package, which still is what the log says', async () => {
    const { body } = await settled(server, 'auditor', `${archive}/package`);
    expect(body).toMatchObject({ matches: true, differences: [], since: 0 });
    expect(body.package.events.map(({ type }: { type: string }) => type)).toEqual(['ComplaintReceived', 'ComplaintRegistered', 'ComplaintNotAccepted', 'ReporterNotified', 'ComplaintClosed']);
    expect(body.package.lastHash).toBe(body.package.events.at(-1).hash);
  });

  it('is read by who says why, and the record says so; others do not know of it', async () => {
    const { body } = await act('fuzhou', `${archive}/access-archive`, { reason: '复核办理情况' });
    expect(body.records).toHaveLength(5);
    expect(body.records[2].sentence).toBe('不予受理:不属于本办法范围');
    const { items } = (await settled(server, 'auditor', `${archive}/timeline`)).body;
    expect(items.at(-1)).toMatchObject({ type: 'ArchiveAccessed', sentence: '调阅档案:复核办理情况', actor: 'p-fuzhou' });
    for (const persona of ['agency-agency-1', 'supervisor-p-1', 'xiamen']) {
      for (const path of [archive, `${archive}/package`, `${archive}/timeline`]) expect([persona, (await settled(server, persona, path)).status]).toEqual([persona, 404]);
      expect([persona, (await refused(persona, `${archive}/access-archive`, { reason: '好奇' }))[0]]).toEqual([persona, 403]);
    }
    expect((await settled(server, 'xiamen', 'archives')).body.items).toEqual([]);
  });

  it('is kept to the end of its retention, which comes by itself and is explained before', async () => {
    expect(await refused('fuzhou', `${archive}/propose-archive-disposal`, { appraisal: '无保存价值' })).toEqual([422, 'DisposalFollowsTheRetention']);
    expect(await refused('fuzhou', `${archive}/extend-archive-retention`, { keepUntil: '2030-01-01', reason: '无' })).toEqual([422, 'RetentionOnlyGrows']);
    server.clock.set('2031-11-20T02:00:00.000Z');
    const { items } = (await settled(server, 'fuzhou', 'upcoming?days=30')).body;
    expect(items).toContainEqual(expect.objectContaining({ command: 'FlagRetentionEnded', date: '2031-11-24', explanation: '2026年11月24日办结,电子档案保管5年,至2031年11月24日24时届满(D-13 评价机构档案管理规定)。' }));
    server.clock.set('2031-11-25T02:00:00.000Z');
    expect((await settled(server, 'fuzhou', archive)).body).toMatchObject({ state: 'RETENTION_ENDED' });
    expect((await settled(server, 'fuzhou', 'todos')).body.items).toContainEqual(expect.objectContaining({ command: 'ProposeArchiveDisposal' }));
    expect((await settled(server, 'fuzhou', 'archives?keptUntil=2031-11-25&state=RETENTION_ENDED')).body.items).toHaveLength(1);
  });

  it('is disposed of by two persons, with the key of who complained; what is proven stays', async () => {
    await act('fuzhou', `${archive}/propose-archive-disposal`, { appraisal: '无保存价值' });
    expect(await refused('fuzhou', `${archive}/confirm-archive-disposal`)).toEqual([403, 'DisposalTakesTwoPersons']);
    await act('fuzhou-reviewer', `${archive}/confirm-archive-disposal`);
    await act('fuzhou-reviewer', `${archive}/confirm-archive-disposal`);
    expect(await refused('fuzhou', `${archive}/access-archive`, { reason: '再看' })).toEqual([422, 'DisposedArchiveStaysClosed']);
    expect((await settled(server, 'fuzhou', archive)).body).toMatchObject({ state: 'DISPOSED', disposedOn: '2031-11-25' });
    expect((await settled(server, 'fuzhou', 'reporters/one')).body).toMatchObject({ state: 'ERASED' });
    expect((await server.as('fuzhou').post('/v1/reporters/one/seal-reporter', identity, KEY)).body).toMatchObject({ rule: { name: 'ErasedReporterStaysErased' } });
    expect((await settled(server, 'fuzhou', `${archive}/package`)).body).toMatchObject({ matches: true });
    expect(server.refusals).toEqual([]);
  });

  it('that is destroyed keeps its complaint closed', async () => {
    expect(await refused('fuzhou', 'complaints/one/reopen-complaint', { reason: '出现新证据' })).toEqual([422, 'DisposedComplaintStaysClosed']);
  });

  it('has room for the longest name that a file can have', async () => {
    const longest = 'x'.repeat(64);
    await act('fuzhou', `complaints/${longest}/receive-complaint`, { channel: 'PHONE', isAnonymous: true, agencyId: 'agency-1', content: '考场内有人代考', accused: [] });
    await act('fuzhou', `complaints/${longest}/register-complaint`);
    await act('fuzhou', `complaints/${longest}/reject-complaint`, { reason: '不属于本办法范围' });
    await act('fuzhou', `complaints/${longest}/close-complaint`);
    await act('fuzhou', `archives/complaint-${longest}/seal-archive-package`);
    const sealed = await settled(server, 'fuzhou', `archives/complaint-${longest}/package`);
    expect([sealed.status, sealed.body.package?.subject]).toEqual([200, `complaint-${longest}`]);
    expect(await refused('fuzhou', `archives/complaint-${longest}x/seal-archive-package`)).toEqual([400, undefined]);
  });
});
