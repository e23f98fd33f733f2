import { act, AGENCY_ID, CASE_ID, formGroup, openCase } from '#test/support/cases';
import { TestServer } from '#test/support/test-server';

const members = ['one', 'two', 'three'].map((name) => ({ supervisorId: `s-${name}`, personId: `p-${name}` }));

describe('special supervision over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await openCase(server);
    server.clock.set('2026-11-24T02:00:00.000Z');
    await formGroup(server, members);
    server.clock.set('2026-11-24T03:00:00.000Z');
    await act(server, 'fuzhou', 'serve-supervision-notice', { text: '督导通知', occurredAt: '2026-11-24T02:30:00.000Z' });
    await server.record.worker.settle();
  });
  afterAll(() => server.close());

  const get = (path: string, persona = 'fuzhou') => server.as(persona).get(`/v1/cases/${CASE_ID}${path}`);

  it('shows the file with its state, its deadline and the next step', async () => {
    const { headers, body } = await get('');
    expect(headers.get('etag')).toBe(`"case-${CASE_ID}@7"`);
    expect(body).toMatchObject({ caseId: CASE_ID, agencyId: AGENCY_ID, state: 'NOTIFIED', nextActor: 'AGENCY', deadline: { name: 'selfReport', passed: false } });
    expect(body.members).toHaveLength(3);
  });

  it('tells the history in sentences, on both clocks', async () => {
    const { items } = (await get('/timeline')).body;
    expect(items.map(({ type }: { type: string }) => type)).toEqual([
      'SpecialSupervisionOpened', 'MattersDefined', 'SupervisorsDrawn', 'AssignmentAccepted', 'AssignmentAccepted', 'AssignmentAccepted', 'GroupFormed', 'SupervisionNoticeServed',
    ]);
    expect(items[7]).toMatchObject({ occurredAt: '2026-11-24T02:30:00.000Z', recordedAt: '2026-11-24T03:00:00.000Z', actor: 'p-fuzhou' });
    expect(items[7].sentence).toContain('送达督导通知');
    expect(items[7].rules.length).toBeGreaterThan(0);
  });

  it('gives the file as of a revision, and as of an instant on either clock', async () => {
    expect((await get('/as-of?revision=1')).body).toMatchObject({ revision: 1, document: { state: 'MATTERS_DEFINED', members: [] } });
    expect((await get('/as-of?at=2026-11-24T02:45:00.000Z')).body).toMatchObject({ revision: 6, document: { state: 'GROUP_FORMED' } });
    expect((await get('/as-of?at=2026-11-24T02:45:00.000Z&clock=occurred')).body).toMatchObject({ revision: 7, document: { state: 'NOTIFIED' } });
    expect((await get('/as-of?at=2026-01-01T00:00:00.000Z')).status).toBe(404);
    expect((await get('/as-of?at=2026-11-24')).status).toBe(400);
    expect((await get('/as-of?at=2026-02-30T02:45:00.000Z')).body).toMatchObject({ status: 400, errors: [{ parameter: 'at', detail: '应当是时刻,如 2026-11-24T08:30:00.000Z' }] });
  });

  it('compares two revisions', async () => {
    const { body } = await get('/difference?from=6&to=7');
    expect(body).toMatchObject({ from: 6, to: 7 });
    expect(body.changes).toContainEqual({ path: '/state', old: 'GROUP_FORMED', new: 'NOTIFIED' });
    expect((await get('/difference?from=6')).body.errors).toContainEqual(expect.objectContaining({ parameter: 'to' }));
  });

  it('lists cases by filter, and those that are late by the clock', async () => {
    const found = async (query: string): Promise<number> => (await server.as('province').get(`/v1/cases?${query}`)).body.items.length as number;
    expect(await found(`area=3501&state=NOTIFIED&agencyId=${AGENCY_ID}&dispatcher=3501`)).toBe(1);
    expect(await found('state=CLOSED')).toBe(0);
    expect(await found('overdue=true')).toBe(0);
    server.clock.set('2027-03-01T00:00:00.000Z');
    expect(await found('overdue=true')).toBe(1);
    server.clock.set('2026-11-24T03:00:00.000Z');
  });

  it('is not there for those whom it does not concern, whatever they ask', async () => {
    for (const persona of ['pingtan', 'agency-of-another', 'supervisor-p-four']) {
      for (const path of ['', '/timeline', '/as-of?revision=1', '/difference?from=1&to=2']) {
        expect([persona, path, (await get(path, persona)).status]).toEqual([persona, path, 404]);
      }
      expect((await server.as(persona).get('/v1/cases')).body.items).toEqual([]);
    }
  });
});
