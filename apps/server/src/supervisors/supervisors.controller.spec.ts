import { appointSupervisor, receiveBlankCards } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';

describe('supervisors over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await receiveBlankCards(server);
    await appointSupervisor(server, 'one');
    await server.record.worker.settle();
  });
  afterAll(() => server.close());

  it('become what their register says, from the application to the card', async () => {
    const { status, headers, body } = await server.as('fuzhou').get('/v1/supervisors/s-one');
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"supervisor-s-one@5"');
    expect(body).toMatchObject({ credentialId: 's-one', personId: 'p-one', area: '3501', state: 'APPOINTED', termStart: '2026-11-23', barred: false });
    expect(body.cardNumber).toMatch(/^R35\d{6}$/);
  });

  it('have a history of sentences, with both clocks, who acted and the rules', async () => {
    const { body } = await server.as('supervisor-p-one').get('/v1/supervisors/s-one/timeline');
    expect(body.items).toHaveLength(6);
    expect(body.items[0]).toMatchObject({
      revision: 0, type: 'SupervisorApplied', sentence: '向福州中心申报外督。', role: 'MUNICIPAL_CENTER', organisation: '3501', actor: 'p-fuzhou',
      occurredAt: '2026-11-24T00:30:00.000Z', recordedAt: '2026-11-24T00:30:00.000Z', rules: ['R1.2-1', 'R4.1-3'],
    });
    expect(body.items[5].sentence).toContain('R35');
  });

  it('are found by state, area, card, bar and end of term', async () => {
    const found = async (query: string): Promise<number> => (await server.as('province').get(`/v1/supervisors?${query}`)).body.items.length as number;
    expect(await found('state=APPOINTED&area=3501&barred=false')).toBe(1);
    expect(await found('state=EXPIRED')).toBe(0);
    expect(await found('barred=true')).toBe(0);
    expect(await found('termEndsBy=2026-12-31')).toBe(0);
    expect(await found('termEndsBy=2029-12-31')).toBe(1);
  });

  it('are not there for those whom they do not concern', async () => {
    const unknown = await server.as('pingtan').get('/v1/supervisors/s-none');
    for (const persona of ['pingtan', 'agency-a-1', 'supervisor-p-two']) {
      const hidden = await server.as(persona).get('/v1/supervisors/s-one');
      expect(hidden).toMatchObject({ status: 404, body: { ...unknown.body, instance: '/v1/supervisors/s-one' } });
      expect((await server.as(persona).get('/v1/supervisors/s-one/timeline')).status).toBe(404);
      expect((await server.as(persona).get('/v1/supervisors')).body).toEqual({ items: [], next: null });
    }
    expect((await server.as('fuzhou').get('/v1/supervisors?area=PT')).body.items).toEqual([]);
    expect((await server.as('supervisor-p-one').get('/v1/supervisors')).body.items).toHaveLength(1);
  });

  it('keep a proposal against a person from the person until it is decided, in the entry, the list and the history', async () => {
    const about = '/v1/supervisors/s-one';
    const grounds = { severity: 'SERIOUS', findings: [{ ground: 'S3', description: '未按规定查看考场', evidence: ['ev-1'] }] };
    const proposed = await server.as('fuzhou').post(`${about}/propose-disqualification`, { decisionNo: '榕建1号', reasons: '事实清楚', proposes: 'QUALIFICATION_CANCELLED', grounds });
    expect(proposed.status).toBe(200);
    await server.record.views.catchUp();
    const readBy = async (persona: string): Promise<string> => {
      const answers = [about, '/v1/supervisors', `${about}/timeline`].map((path) => server.as(persona).get(path));
      return JSON.stringify((await Promise.all(answers)).map(({ body }) => body as unknown));
    };
    expect(await readBy('fuzhou')).toContain('榕建1号');
    expect(await readBy('supervisor-p-one')).not.toContain('榕建1号');
    await server.as('province').post(`${about}/dismiss-disqualification`, { proposalNo: '榕建1号', reasons: '情节不严重' });
    await server.record.views.catchUp();
    expect(await readBy('supervisor-p-one')).toContain('榕建1号');
  });

  it('take a command only at the revision that was seen', async () => {
    const resign = (etag: string) => server.as('supervisor-p-one').post('/v1/supervisors/s-one/resign-supervisor', { reason: '工作调动' }, { 'if-match': etag });
    const late = await resign('"supervisor-s-one@6"');
    expect(late).toMatchObject({ status: 412, body: { revision: 7, stream: 'supervisor-s-one' } });
    expect(late.headers.get('etag')).toBe('"supervisor-s-one@7"');
    expect((await resign('"supervisor-s-one@7"')).status).toBe(200);
  });
});
