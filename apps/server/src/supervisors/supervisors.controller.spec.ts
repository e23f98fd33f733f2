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

  it('take a command only at the revision that was seen', async () => {
    const resign = (etag: string) => server.as('supervisor-p-one').post('/v1/supervisors/s-one/resign-supervisor', { reason: '工作调动' }, { 'if-match': etag });
    const late = await resign('"supervisor-s-one@4"');
    expect(late).toMatchObject({ status: 412, body: { revision: 5, stream: 'supervisor-s-one' } });
    expect(late.headers.get('etag')).toBe('"supervisor-s-one@5"');
    expect((await resign('"supervisor-s-one@5"')).status).toBe(200);
  });
});
