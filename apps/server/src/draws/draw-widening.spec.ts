import { act, CASE_ID, openCase } from '#test/support/cases';
import { announceDrawKey, drawIdOf, prepareDraw, PUBLIC_KEY } from '#test/support/draws';
import { appointSupervisor, receiveBlankCards } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';
import { NO_CONFLICT_DECLARATION } from '#libs/cases/no-conflict-declaration';

interface Member {
  readonly supervisorId: string;
  readonly personId: string;
  readonly status: string;
}

describe('a pool that does not do', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await receiveBlankCards(server);
    await openCase(server);
    for (const name of ['one', 'two']) await appointSupervisor(server, name);
    await appointSupervisor(server, 'far', { persona: 'xiamen', area: '3502' });
  });
  afterAll(() => server.close());

  const theCase = async () => (await server.as('fuzhou').get(`/v1/cases/${CASE_ID}`)).body as { readonly members: readonly Member[]; readonly vacant: readonly string[]; readonly state: string };
  const drawNo = async (ordinal: number) => (await server.as('fuzhou').get(`/v1/draws/${drawIdOf(ordinal)}`)).body;
  const draw = async (ordinal: number, persona = 'fuzhou') => {
    const { status, body } = await prepareDraw(server, ordinal, {}, persona);
    await server.record.worker.settle();
    return { status, rule: body.rule?.name as string | undefined };
  };

  it('waits for a key that was announced', async () => {
    expect(await draw(1)).toEqual({ status: 422, rule: 'KeyWasAnnounced' });
    await announceDrawKey(server);
  });

  it('fails where it is too small, and says who is not in it', async () => {
    expect((await draw(1, 'province')).rule).toBe('WideningFollowsAnEmptyPool');
    expect((await draw(1)).status).toBe(201);
    expect(await drawNo(1)).toMatchObject({ state: 'FAILED', serial: '榕技督抽〔2026〕1号', drawn: [], pool: { eligible: ['s-one', 's-two'], exclusions: [{ candidateId: 's-far', reason: 'OUT_OF_JURISDICTION' }] } });
    expect((await server.as('fuzhou').get(`/v1/draws/${drawIdOf(1)}/record`)).status).toBe(404);
  });

  it('is drawn from again once there are enough', async () => {
    await appointSupervisor(server, 'three');
    expect((await draw(2)).status).toBe(201);
    expect((await theCase()).members.map(({ supervisorId }) => supervisorId).sort()).toEqual(['s-one', 's-three', 's-two']);
  });

  it('is used up when one steps back: the seat is vacant, and nothing of the city’s is left', async () => {
    await act(server, 'supervisor-p-one', 'recuse-supervisor', { supervisorId: 's-one', reason: 'STAFF_OR_LEFT_LT_3Y', detail: '去年离职' });
    await server.record.worker.settle();
    expect(await drawNo(2)).toMatchObject({ replacements: [{ leaving: 's-one', reason: 'RECUSED', skipped: [] }], substitutesLeft: [] });
    expect((await theCase()).vacant).toEqual(['s-one']);
    expect((await draw(3)).status).toBe(201);
    expect(await drawNo(3)).toMatchObject({ state: 'FAILED', k: 1, pool: { eligible: [], replacement: { serial: '榕技督抽〔2026〕2号', candidateId: 's-one', reason: 'RECUSED' } } });
    expect((await drawNo(3)).pool.exclusions).toContainEqual({ candidateId: 's-one', reason: 'RECUSAL_DECLARED' });
  });

  it('is widened by the provincial centre, and the seat is filled from the whole province', async () => {
    expect((await draw(4, 'province')).status).toBe(201);
    expect(await drawNo(4)).toMatchObject({ state: 'COMPLETED', scope: 'PROVINCE', drawnBy: 'FJ', serial: '闽技督抽〔2026〕1号', drawn: [{ supervisorId: 's-far' }] });
    const acceptance = { declarationVersion: NO_CONFLICT_DECLARATION.version, signed: true };
    for (const name of ['two', 'three', 'far']) await act(server, `supervisor-p-${name}`, 'accept-assignment', acceptance);
    await act(server, 'fuzhou', 'form-group', { leader: 's-two' });
    expect((await theCase()).state).toBe('GROUP_FORMED');
  });

  it('shows how often was drawn for the case', async () => {
    const { items } = (await server.as('auditor').get(`/v1/draws?caseId=${CASE_ID}`)).body;
    expect(items.map(({ ordinal }: { ordinal: number }) => ordinal).sort()).toEqual([1, 2, 3, 4]);
    for (const line of items) expect(line).toMatchObject({ eligible: expect.any(Number), caseId: CASE_ID });
    for (const line of items) for (const long of ['pool', 'candidates', 'order']) expect(line).not.toHaveProperty(long);
    expect((await server.as('auditor').get('/v1/draws?state=FAILED&scope=OWN_APPOINTED&drawnBy=3501&area=3501')).body.items).toHaveLength(2);
    expect(server.refusals).toEqual([]);
  });

  it('may not be drawn from under a retired key', async () => {
    const retire = (persona: string) => server.as(persona).post('/v1/draw-keys/FJ/retire-draw-key', { publicKey: PUBLIC_KEY, reason: '更换设备' });
    expect((await retire('fuzhou')).status).toBe(403);
    expect((await retire('department')).status).toBe(200);
    await act(server, 'supervisor-p-far', 'decline-assignment', { reason: '住院' });
    await server.record.worker.settle();
    expect((await draw(5, 'province')).rule).toBe('KeyWasAnnounced');
  });
});
