import { accessRules } from '#libs/access/access.rules';
import { foldLedger } from '#libs/oversight/ledger.reader';
import { ledger } from '#libs/oversight/ledger.view';
import { AREAS } from '#libs/regulation/areas';
import { act, CASE_ID, formGroup, openCase } from '#test/support/cases';
import { appointSupervisor, receiveBlankCards } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';

const members = ['one', 'two', 'three'].map((name) => ({ supervisorId: `s-${name}`, personId: `p-${name}` }));

describe('numbers over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await receiveBlankCards(server);
    await appointSupervisor(server, 'lin');
    await openCase(server);
    server.clock.set('2026-11-25T02:00:00.000Z');
    await formGroup(server, members);
    server.clock.set('2026-11-30T03:00:00.000Z');
    await act(server, 'fuzhou', 'serve-supervision-notice', { text: '督导通知', occurredAt: '2026-11-27T02:30:00.000Z' });
  });
  afterAll(() => server.close());

  const ask = (path: string, persona = 'province') => server.as(persona).get(`/v1/oversight/${path}`);
  const total = async (query: string, persona = 'province'): Promise<number> => (await ask(`numbers?${query}`, persona)).body.total as number;

  it('lists every metric with its 口径, its dimensions and their codes, and the rates as two numbers', async () => {
    const { body } = await ask('metrics');
    const states = body.metrics.find(({ name }: { name: string }) => name === 'CaseStates');
    expect(states).toMatchObject({ label: '专项督导案件(按状态)', unit: '件', kind: 'LEVEL', definition: expect.stringContaining('按该日所处状态归类') });
    expect(states.dimensions.map(({ name }: { name: string }) => name)).toEqual(['area', 'state', 'agencyType']);
    expect(states.dimensions[0].codes.map(({ code }: { code: string }) => code)).toEqual(AREAS);
    expect(body.rates[0]).toMatchObject({ name: 'RectificationOnTimeRate', numerator: { metric: 'RectificationTimeliness', where: { timeliness: 'ON_TIME' } } });
  });

  it('gives a number at once after the command, by area in the fixed order, zero rows kept', async () => {
    const { headers, body } = await ask('numbers?metric=CaseStates&by=area');
    expect(body.rows).toEqual(AREAS.map((area) => ({ area, number: area === '3501' ? 1 : 0 })));
    expect(body).toMatchObject({ metric: 'CaseStates', label: '专项督导案件(按状态)', by: ['area'], where: {}, occurredUpTo: '2026-11-30', total: 1 });
    expect(body.position).toBe(await server.record.events.head());
    expect(headers.get('etag')).toBe(`"ledger@${body.position}@2026-11-30"`);
    expect(await total('metric=CaseStates&state=NOTIFIED&agencyType=SCHOOL')).toBe(1);
    expect(await total('metric=SupervisorStandings&standing=APPOINTED')).toBe(1);
    expect(await total('metric=BlankCards')).toBe(49);
  });

  it('says how evenly draws fall, where a number is by how often', async () => {
    const { body } = await ask('numbers?metric=SupervisorsByTimesDrawn&by=times');
    expect(body.spread).toEqual({ count: 1, never: 1, least: 0, most: 0, mean: 0, variance: 0, chiSquare: null });
    expect(body.rows[0]).toEqual({ times: '0', number: 1 });
    expect((await ask('numbers?metric=CaseStates')).body.spread).toBeUndefined();
  });

  it('gives it as of any day, on the clock of what happened and on that of what was known', async () => {
    const state = async (query: string) => (await ask(`numbers?metric=CaseStates&by=state&${query}`)).body.rows.find(({ number }: { number: number }) => number !== 0)?.state;
    expect(await state('occurredUpTo=2026-11-23')).toBeUndefined();
    expect(await state('occurredUpTo=2026-11-24')).toBe('MATTERS_DEFINED');
    expect(await state('occurredUpTo=2026-11-26')).toBe('GROUP_FORMED');
    expect(await state('occurredUpTo=2026-11-27')).toBe('NOTIFIED');
    expect(await state('occurredUpTo=2026-11-27&recordedUpTo=2026-11-29')).toBe('GROUP_FORMED');
    expect((await ask('numbers?metric=CaseStates&recordedUpTo=2026-11-26')).body).toMatchObject({ occurredUpTo: '2026-11-26', recordedUpTo: '2026-11-26', total: 1 });
  });

  it('opens to the events behind it, whose sum it is', async () => {
    const { body } = await ask('events?metric=CaseStates&state=NOTIFIED');
    expect(body).toMatchObject({ total: 1, count: 1, next: null });
    expect(body.items[0]).toMatchObject({ of: { area: '3501', state: 'NOTIFIED', agencyType: 'SCHOOL' }, occurredOn: '2026-11-27', recordedOn: '2026-11-30', delta: 1 });
    expect(body.items[0].event).toMatchObject({ stream: `case-${CASE_ID}`, revision: 7, type: 'SupervisionNoticeServed', sentence: expect.stringContaining('送达督导通知') });
    expect((await ask('events?metric=CaseStates&state=GROUP_FORMED')).body).toMatchObject({ total: 0, count: 0, items: [] });
    expect((await ask('events?metric=CaseStates&state=GROUP_FORMED&all=true')).body.items.map(({ delta }: { delta: number }) => delta)).toEqual([1, -1]);
  });

  it('pages through them by a cursor that keeps the place of the log', async () => {
    const first = await ask('events?metric=BlankCards&limit=1');
    expect(first.body).toMatchObject({ total: 49, count: 2, items: [{ delta: 50, of: { stockMovement: 'RECEIVED' } }] });
    await server.as('province').post('/v1/cards/FJ/receive-blank-cards', { count: 7, deliveryNo: 'D-2' });
    const link = /<\/v1\/oversight\/([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await ask(link);
    expect(second.body).toMatchObject({ total: 49, count: 2, position: first.body.position, next: null, items: [{ delta: -1, event: { type: 'BlankCardAssigned' } }] });
    expect(await total('metric=BlankCards')).toBe(56);
    expect(await total(`metric=BlankCards&position=${first.body.position}`)).toBe(49);
    for (const cursor of ['x', Buffer.from('["occurredOn","x@y","1"]').toString('base64url')]) expect((await ask(`events?metric=BlankCards&cursor=${cursor}`)).status).toBe(400);
  });

  it('compares two days, and says what opens the change', async () => {
    const { body } = await ask('difference?metric=CaseStates&by=state&from=2026-11-24&to=2026-11-27');
    expect(body.rows).toContainEqual({ state: 'MATTERS_DEFINED', before: 1, after: 0, change: -1 });
    expect(body.rows).toContainEqual({ state: 'NOTIFIED', before: 0, after: 1, change: 1 });
    expect(body).toMatchObject({ total: { before: 1, after: 1, change: 0 }, opens: { occurredAfter: '2026-11-24', occurredUpTo: '2026-11-27' } });
    const window = new URLSearchParams(body.opens as Record<string, string>).toString();
    expect(await total(`metric=CaseStates&state=MATTERS_DEFINED&${window}`)).toBe(-1);
    const known = await ask('difference?metric=CaseStates&by=state&from=2026-11-29&to=2026-11-30&clock=recorded');
    expect(known.body.rows).toContainEqual({ state: 'NOTIFIED', before: 0, after: 1, change: 1 });
  });

  it('shows a city centre its own area, and agencies and supervisors nothing', async () => {
    expect((await ask('numbers?metric=CaseStates&by=area', 'fuzhou')).body.rows).toEqual([{ area: '3501', number: 1 }]);
    expect((await ask('numbers?metric=CaseStates&by=area', 'pingtan')).body).toMatchObject({ rows: [{ area: 'PT', number: 0 }], total: 0 });
    expect((await ask('events?metric=CaseStates', 'pingtan')).body).toMatchObject({ items: [], total: 0 });
    expect(await total('metric=CaseStates', 'auditor')).toBe(1);
    const refused = [['pingtan', '&area=3501'], ['fuzhou', '&area=FJ'], ['agency-a-1', ''], [`supervisor-${members[0]?.personId}`, '']] as const;
    for (const [persona, area] of refused) {
      for (const path of ['numbers?metric=CaseStates', 'events?metric=CaseStates', 'difference?metric=CaseStates&from=2026-11-24&to=2026-11-25']) {
        expect([persona, path, (await ask(path + area, persona)).body.rule?.name]).toEqual([persona, path, 'NumbersAreForThoseWhoOversee']);
      }
    }
    expect((await ask('metrics', 'agency-a-1')).body.rule.sentence).toBe(accessRules.NumbersAreForThoseWhoOversee.sentence);
  });

  it('refuses what is no metric, no dimension of it, no code and no day', async () => {
    const wrong = [
      ['metric=Nothing', 'metric'], ['metric=CaseStates&standing=APPOINTED', 'standing'], ['metric=CaseStates&by=standing', 'by'], ['metric=CaseStates&by=state,state', 'by'],
      ['metric=CaseStates&state=NOWHERE', 'state'], ['metric=CaseStates&area=3510', 'area'], ['metric=CaseStates&occurredUpTo=2026-02-30', 'occurredUpTo'], ['metric=CaseStates&color=red', 'color'],
    ] as const;
    for (const [query, parameter] of wrong) expect([query, (await ask(`numbers?${query}`)).body.errors]).toEqual([query, [expect.objectContaining({ parameter })]]);
    expect((await ask('numbers?metric=CaseStates&position=99999999999999999999')).status).toBe(503);
  });

  it('rests on documents that equal a fold of the log', async () => {
    const { events, views } = server.record;
    await views.catchUp();
    const live = await views.find(ledger, { limit: 100 });
    const { documents, position } = await foldLedger(events);
    expect(documents.toSorted((a, b) => (a.stream < b.stream ? -1 : 1))).toEqual(live.map(({ body }) => body).toSorted((a, b) => ((a?.stream ?? '') < (b?.stream ?? '') ? -1 : 1)));
    expect([documents.length > 2, position]).toEqual([true, await events.head()]);
  });

  it('is described in full: parameters by their codes, answers by their members', async () => {
    const { paths } = (await server.send('/openapi.json')).body;
    const { operationId, parameters, responses } = paths['/v1/oversight/numbers'].get;
    expect(operationId).toBe('ReadNumbers');
    const named = Object.fromEntries(parameters.map((parameter: { name: string; schema: object }) => [parameter.name, parameter.schema]));
    expect(named.area).toEqual({ type: 'string', enum: [...AREAS] });
    expect(responses['200'].content['application/json'].schema.required).toEqual(expect.arrayContaining(['metric', 'definition', 'position', 'rows', 'total']));
  });
});
