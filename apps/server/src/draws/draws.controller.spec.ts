import { act, CASE_ID, openCase } from '#test/support/cases';
import { announceDrawKey, drawIdOf, prepareDraw, PUBLIC_KEY } from '#test/support/draws';
import { appointSupervisor, receiveBlankCards, type TestSupervisor } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';
import { NO_CONFLICT_DECLARATION } from '#libs/cases/no-conflict-declaration';
import type { DrawRecord } from '#libs/draws/draw-record';
import { parseDrawRecord } from '#libs/draws/draw-record-reader';
import { verifyDraw } from '#libs/draws/verify-draw';

const NAMES = ['one', 'two', 'three', 'four', 'five'];
const acceptance = { declarationVersion: NO_CONFLICT_DECLARATION.version, signed: true };

describe('a draw over HTTP, from the roster to the group', () => {
  let server: TestServer;
  let drawn: readonly TestSupervisor[] = [];
  let prepared: { status: number };
  const get = (path: string, persona = 'fuzhou') => server.as(persona).get(`/v1/draws/${drawIdOf(1)}${path}`);
  const members = async () => (await server.as('fuzhou').get(`/v1/cases/${CASE_ID}`)).body.members as readonly { supervisorId: string; personId: string; status: string; replaces?: string }[];

  beforeAll(async () => {
    server = await TestServer.start();
    await announceDrawKey(server);
    await receiveBlankCards(server);
    for (const name of NAMES) await appointSupervisor(server, name);
    await openCase(server);
    prepared = await prepareDraw(server, 1);
    await server.record.worker.settle();
    drawn = (await get('')).body.drawn;
  });
  afterAll(() => server.close());

  it('is completed by whoever holds the key, and its result sits in the case', async () => {
    expect(prepared.status).toBe(201);
    const { body } = await get('');
    expect(body).toMatchObject({ caseId: CASE_ID, ordinal: 1, serial: '榕技督抽〔2026〕1号', state: 'COMPLETED', k: 3, scope: 'OWN_APPOINTED', publicKey: PUBLIC_KEY });
    expect(body.pool.eligible).toHaveLength(5);
    expect(body.substitutesLeft).toHaveLength(2);
    expect((await members()).map(({ supervisorId }) => supervisorId)).toEqual(drawn.map(({ supervisorId }) => supervisorId));
    expect(server.refusals).toEqual([]);
  });

  it('cannot be repeated', async () => {
    expect((await prepareDraw(server, 1)).status).toBe(409);
    expect((await prepareDraw(server, 2)).body.rule).toMatchObject({ name: 'SeatIsVacant', id: 'R2.5-2' });
    expect((await server.as('province').get(`/v1/draws?caseId=${CASE_ID}`)).body.items).toHaveLength(1);
  });

  it('gives the seat of one who declines to the next in order, and the group is formed', async () => {
    const [first, second, third] = drawn;
    await act(server, `supervisor-${first?.personId}`, 'decline-assignment', { reason: '住院' });
    await server.record.worker.settle();
    const [, , , substitute] = await members();
    const { order, replacements } = (await get('')).body;
    expect(substitute).toMatchObject({ supervisorId: order[3].candidateId, replaces: first?.supervisorId, status: 'SEATED' });
    expect(replacements).toMatchObject([{ leaving: first?.supervisorId, reason: 'DECLINED', substitute: { supervisorId: order[3].candidateId }, skipped: [] }]);
    for (const member of [second, third, substitute]) await act(server, `supervisor-${member?.personId}`, 'accept-assignment', acceptance);
    await act(server, 'fuzhou', 'form-group', { leader: second?.supervisorId });
    expect((await server.as('fuzhou').get(`/v1/cases/${CASE_ID}`)).body.state).toBe('GROUP_FORMED');
  });

  it('is checked offline from its record; a changed pool, order or key is seen', async () => {
    const { body } = await get('/record', 'auditor');
    const record = parseDrawRecord(JSON.stringify(body));
    expect(verifyDraw(record, { publicKey: PUBLIC_KEY }).ok).toBe(true);
    const changed: readonly Partial<DrawRecord>[] = [
      { eligible: record.eligible.slice(1) }, { order: record.order.toReversed() }, { result: record.result.toReversed() }, { publicKey: 'ab'.repeat(32) }, { k: 2 },
    ];
    for (const change of changed) expect([Object.keys(change), verifyDraw({ ...record, ...change }, { publicKey: PUBLIC_KEY }).ok]).toEqual([Object.keys(change), false]);
    expect((await server.as('fuzhou').get('/v1/draw-keys')).body.items).toMatchObject([{ publicKey: PUBLIC_KEY, usableFrom: '2026-11-17', retired: false }]);
  });

  it('tells its history, its past and what changed', async () => {
    const { items } = (await get('/timeline')).body;
    expect(items.map(({ type }: { type: string }) => type)).toEqual(['DrawPrepared', 'PoolFrozen', 'DrawCompleted', 'MemberReplaced']);
    expect(items[1].sentence).toBe('名录冻结:可抽取5名,排除0名');
    expect((await get('/as-of?revision=1')).body).toMatchObject({ document: { state: 'FROZEN', drawn: [] } });
    expect((await get('/difference?from=1&to=2')).body.changes).toContainEqual({ path: '/state', old: 'FROZEN', new: 'COMPLETED' });
  });

  it('is not there for other cities, the agency, or those in the pool', async () => {
    for (const persona of ['xiamen', 'agency-agency-of-case', 'supervisor-p-one']) {
      for (const path of ['', '/record', '/timeline', '/as-of?revision=1']) expect([persona, path, (await get(path, persona)).status]).toEqual([persona, path, 404]);
      expect((await server.as(persona).get('/v1/draws')).body.items).toEqual([]);
    }
  });

  it('is closed with the case', async () => {
    await act(server, 'fuzhou', 'cancel-supervision', { reason: '机构停业' });
    await server.record.worker.settle();
    expect((await get('')).body).toMatchObject({ state: 'CLOSED', closedBecause: 'SUPERVISION_CANCELLED' });
    expect(server.refusals).toEqual([]);
  });
});
