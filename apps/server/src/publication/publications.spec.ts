import { accepted, refusalOf, settled } from '#test/support/requests';
import { appendFacts } from '#test/support/case-facts';
import { TestServer } from '#test/support/test-server';
import { through } from '#libs/cases/case-story';
import { publicationIdOf } from '#libs/publication/publication-id';

const words = { findings: '1名考生收费无公示依据,已退费并公示', guidance: '完善收费公示制度', cut: [{ what: 'CANDIDATE', reason: '考生姓名与公开无关' }] };
const ONE = publicationIdOf('SPECIAL', 'one');
const TWO = publicationIdOf('SPECIAL', 'two');

describe('the results that everybody reads', () => {
  let server: TestServer;
  const act = (persona: string, path: string, body?: object) => accepted(server, persona, `publications/${ONE}/${path}`, body);
  /** Without a token. */
  const open = async (path = '') => {
    await server.record.views.catchUp();
    return server.send(`/v1/public-results${path}`);
  };
  beforeAll(async () => {
    server = await TestServer.start();
    server.clock.set('2026-04-24T02:00:00.000Z');
    for (const caseId of ['one', 'two']) await appendFacts(server.record.events, caseId, through('CloseCase'));
    await server.record.worker.settle();
  });
  afterAll(() => server.close());

  it('are due twenty working days after the closing, and until they are approved nothing of them is there', async () => {
    const { body } = await settled(server, 'fuzhou', `publications/${ONE}`);
    expect(body).toMatchObject({ state: 'DUE', stateName: '待公开', agencyName: '闽江技师学院(样例)', items: ['C2.03', 'C2.05'], finalOn: '2026-04-23', due: { days: 20 } });
    await act('fuzhou', 'propose-publication', words);
    expect(await refusalOf(server, 'fuzhou', `publications/${ONE}/approve-publication`, { visibleFrom: '2026-04-27' })).toEqual([403, 'SecondPersonDecidesPublication']);
    expect((await open()).body).toEqual({ items: [], next: null });
    const [unknown, waiting] = [await open('/none'), await open(`/${ONE}`)];
    expect([waiting.status, unknown.status]).toEqual([404, 404]);
    expect(Object.keys(waiting.body as object)).toEqual(Object.keys(unknown.body as object));
  });

  it('are there from the day on, without persons, evidence or what says where the log stands', async () => {
    await act('fuzhou-reviewer', 'approve-publication', { visibleFrom: '2026-04-27' });
    expect((await open(`/${ONE}`)).status).toBe(404);
    server.clock.set('2026-04-26T16:00:00.000Z');
    const { body, headers } = await open(`/${ONE}`);
    expect(body).toEqual({
      resultId: ONE, kind: 'SPECIAL', kindName: '专项督导', agencyId: 'agency-1', agencyName: '闽江技师学院(样例)', agencyType: 'SCHOOL', area: '3501', areaName: '福州', dispatcher: '3501',
      draws: [], finalOn: '2026-04-23', items: [{ item: 'C2.03', label: expect.any(String) }, { item: 'C2.05', label: expect.any(String) }],
      findings: words.findings, guidance: words.guidance, visibleFrom: '2026-04-27',
    });
    expect([headers.get('etag'), headers.get('cache-control')]).toEqual([null, 'no-store']);
    expect((await open('?area=3501&kind=SPECIAL&agencyId=agency-1&limit=1')).body).toMatchObject({ items: [{ resultId: ONE }], next: null });
    expect((await open('?area=3502')).body.items).toEqual([]);
    expect((await server.send('/v1/public-results?minPosition=00000000000000000001')).status).toBe(400);
  });

  it('are corrected beside what stood, with the reason, when the day of the correction has come', async () => {
    await act('fuzhou', 'propose-publication', { ...words, findings: '1名考生收费未公示依据', reason: '更正表述' });
    expect((await open(`/${ONE}`)).body.findings).toBe(words.findings);
    await act('fuzhou-reviewer', 'approve-publication', { visibleFrom: '2026-04-28' });
    expect((await open(`/${ONE}`)).body.findings).toBe(words.findings);
    server.clock.set('2026-04-28T02:00:00.000Z');
    expect((await open(`/${ONE}`)).body).toMatchObject({ findings: '1名考生收费未公示依据', correction: '更正表述', visibleFrom: '2026-04-28' });
    expect((await open()).body.items).toHaveLength(1);
  });

  it('are gone when they are withdrawn, and the record keeps what was', async () => {
    await act('fuzhou', 'withdraw-publication', { reason: '公示期满' });
    expect((await open(`/${ONE}`)).status).toBe(404);
    expect((await open()).body.items).toEqual([]);
    const { items } = (await settled(server, 'auditor', `publications/${ONE}/timeline`)).body;
    expect(items.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      expect.stringContaining('闽江技师学院(样例)专项督导已办结,应于2026年5月'), '拟定第1版公开内容,隐去考生信息', '批准第1版内容自2026年4月27日起公开', '拟定第2版公开内容,隐去考生信息',
      '批准第2版内容自2026年4月28日起公开(更正:更正表述)', '撤回公开:公示期满',
    ]);
  });

  it('are flagged where nobody published them, and before that are for the centres alone', async () => {
    server.clock.set('2026-06-30T00:00:00.000Z');
    await server.record.worker.settle();
    expect((await settled(server, 'fuzhou', 'publications?overdue=true')).body).toMatchObject({ items: [{ publicationId: TWO, overdue: true }] });
    for (const persona of ['xiamen', 'agency-agency-1', 'supervisor-p-1']) {
      expect([persona, (await settled(server, persona, `publications/${TWO}`)).status]).toEqual([persona, 404]);
      expect((await server.as(persona).get('/v1/publications')).body.items).toEqual([]);
    }
    expect((await server.send('/v1/publications')).status).toBe(401);
    expect(server.refusals).toEqual([]);
  });
});
