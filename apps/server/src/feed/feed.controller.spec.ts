import { through } from '#libs/cases/case-story';
import { readLog } from '#test/support/read-log';
import { appendFacts } from '#test/support/case-facts';
import { SseReader } from '#test/support/sse-reader';
import { type Reply, TestServer } from '#test/support/test-server';
import { type CloudEvent, releasedEvent } from '#libs/record/cloud-event';

const school = (name: string, division: string) => ({ name, agencyType: 'SCHOOL', division, isCentralBranch: false, filedOn: '2026-01-05' });
const nextOf = ({ headers }: Reply): string => /^<(.+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1] ?? '';
const subjects = (events: readonly CloudEvent[]) => [...new Set(events.map(({ subject }) => subject))];

describe('the feed', () => {
  let server: TestServer;
  /** All that leaves, in the order of the log. */
  let leaving: readonly CloudEvent[];
  const whole = async () => (await readLog(server.record.events)).flatMap((event) => releasedEvent(event, server.record.events.storeId) ?? []);
  const pull = (persona: string, query = '?limit=500') => server.as(persona).get(`/v1/events${query}`);
  const follow = (persona: string, query = '', headers: Readonly<Record<string, string>> = {}) => SseReader.open(`${server.url}/v1/events/stream${query}`, { authorization: `Bearer demo-${persona}`, ...headers });
  const register = (id: string) => server.as('fuzhou').post(`/v1/agencies/${id}/register-agency`, school(`${id}校`, '350102'));

  beforeAll(async () => {
    server = await TestServer.start();
    await register('a-1');
    await appendFacts(server.record.events, 'held', through('SubmitSelfReport'));
    await server.as('xiamen').post('/v1/agencies/a-2/register-agency', school('厦门校', '350203'));
    leaving = await whole();
  });
  afterAll(() => server.close());

  it('is pulled page by page, in the order of the log, until the next page moves no further', async () => {
    const pulled: CloudEvent[] = [];
    let asked = '';
    for (let next = '/v1/events?limit=3'; next !== asked; ) {
      asked = next;
      const page = await server.as('auditor').get(asked);
      expect(page.headers.get('content-type')).toBe('application/cloudevents-batch+json; charset=utf-8');
      pulled.push(...(page.body as CloudEvent[]));
      next = nextOf(page);
    }
    expect(leaving.length).toBeGreaterThan(10);
    expect(pulled).toEqual(leaving);
    expect((await readLog(server.record.events)).length).toBeGreaterThan(leaving.length);
  });

  it('gives to each what falls to it', async () => {
    expect((await pull('province')).body).toEqual(leaving);
    expect(subjects((await pull('fuzhou')).body)).toEqual(expect.arrayContaining(['agency-a-1', 'case-held', 'agency-a-2']));
    const ofXiamen = subjects((await pull('xiamen')).body);
    expect(ofXiamen).toEqual(expect.arrayContaining(['agency-a-1', 'agency-a-2']));
    expect(ofXiamen).not.toContain('case-held');
    expect(subjects((await pull('service-agency')).body)).toEqual(['agency-a-1', 'agency-a-2']);
    expect((await pull('service-person')).body).toEqual([]);
  });

  it('is for those who oversee, on both ways', async () => {
    for (const persona of ['agency-a-1', 'supervisor-p-1', 'internal-p-1', 'industry-1']) {
      expect([persona, (await pull(persona)).status, (await server.as(persona).get('/v1/events/stream')).status]).toEqual([persona, 403, 403]);
    }
    expect((await server.as('nobody').get('/v1/events/stream')).status).toBe(401);
  });

  it('does not guess what a damaged position means', async () => {
    const refused = await server.send('/v1/events/stream', { headers: { authorization: 'Bearer demo-auditor', 'last-event-id': 'x' } });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ header: 'Last-Event-ID' }] } });
  });

  it('keeps to the types that are asked for, also on the next page', async () => {
    const first = await pull('auditor', '?types=AgencyRegistered,CaseClosed&limit=1');
    const second = await server.as('auditor').get(nextOf(first));
    expect([...first.body, ...second.body].map(({ type, subject }: CloudEvent) => [type, subject])).toEqual([
      ['fj.dudao.AgencyRegistered.v1', 'agency-a-1'],
      ['fj.dudao.AgencyRegistered.v1', 'agency-a-2'],
    ]);
    const reader = await follow('auditor', '?types=AgencyRegistered');
    expect(subjects(await reader.saw(2))).toEqual(['agency-a-1', 'agency-a-2']);
    reader.close();
  });

  it('is streamed from the start, and as it is written', async () => {
    const reader = await follow('auditor');
    expect(reader.response.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff' });
    expect(await reader.saw(leaving.length)).toEqual(leaving);
    await register('a-3');
    const events = await reader.saw(leaving.length + 1);
    expect(events.at(-1)).toMatchObject({ subject: 'agency-a-3', position: reader.last });
    reader.close();
  });

  it('goes on after a position, and rather after the last event received', async () => {
    const now = await whole();
    const place = (index: number) => now.at(index)?.position ?? '';
    const byQuery = await follow('auditor', `?after=${place(-3)}`);
    const byHeader = await follow('auditor', `?after=${place(1)}`, { 'last-event-id': place(-2) });
    expect(await byQuery.saw(2)).toEqual(now.slice(-2));
    expect(await byHeader.saw(1)).toEqual(now.slice(-1));
    byQuery.close();
    byHeader.close();
  });

  it('answers a reader of the head alone at once', async () => {
    const { status, headers } = await fetch(`${server.url}/v1/events/stream`, { method: 'HEAD', headers: { authorization: 'Bearer demo-auditor' } });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  });

  it('lets go of its readers when the server stops', async () => {
    const stopping = await TestServer.start();
    const reader = await SseReader.open(`${stopping.url}/v1/events/stream`, { authorization: 'Bearer demo-auditor' });
    await stopping.close();
    await reader.over();
  });
});
