import type { Parts } from '#apps/server/src/app.module';
import { TestServer } from '#test/support/test-server';
import type { CommandHandler } from '#libs/event-sourcing/handle-command';
import { AppendOutcomeUnknown, EventTooLarge, WrongExpectedRevision } from '#libs/event-sourcing/event-store';
import { OccursInFuture } from '#libs/event-sourcing/envelope';
import { DiskFull, StoreClosed } from '#libs/event-sourcing/store-error';
import { NewerSchema } from '#libs/event-sourcing/upcasters';
import { ViewBehind, ViewStale } from '#libs/event-sourcing/view-reader';

const school = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const problem = (name: string): string => `urn:dudao:problem:${name}`;

describe('answers that are problems', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.close());

  it('names the rule of a refusal, with its article and its sentence', async () => {
    const refused = await server.as('province').post('/v1/agencies/far/register-agency', { ...school, division: '440100' });
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(refused.body).toEqual({
      type: problem('rule-refused'),
      title: '规定不允许',
      status: 422,
      detail: '本办法适用于在福建省行政区域内开展的职业技能等级认定,机构所在地不在福建省。(440100)',
      rule: { name: 'AgencyIsInFujian', id: 'R0-1', article: '前言', sentence: '本办法适用于在福建省行政区域内开展的职业技能等级认定,机构所在地不在福建省。' },
      instance: '/v1/agencies/far/register-agency',
    });
  });

  it('answers 403 with the rule to an actor who may not', async () => {
    const denied = await server.as('pingtan').post('/v1/agencies/other/register-agency', school);
    expect(denied).toMatchObject({ status: 403, body: { type: problem('not-allowed'), rule: { name: 'CenterActsInItsOwnArea' } } });
  });

  it('answers 409 to a second opening, 404 to what is not there', async () => {
    const fuzhou = server.as('fuzhou');
    await fuzhou.post('/v1/agencies/twice/register-agency', school);
    expect(await fuzhou.post('/v1/agencies/twice/register-agency', school)).toMatchObject({ status: 409, body: { type: problem('already-exists') } });
    for (const path of ['/v1/agencies/nobody', '/v1/nothing', '/', '/v1/agencies/twice/unknown-command']) {
      expect(await fuzhou.get(path)).toMatchObject({ status: 404, body: { type: problem('not-found'), instance: path } });
    }
  });

  it('answers the same to the same idempotency key, and 422 when the body is another', async () => {
    const fuzhou = server.as('fuzhou');
    const key = { 'idempotency-key': '"7d3f"' };
    const first = await fuzhou.post('/v1/agencies/keyed/register-agency', school, key);
    const again = await fuzhou.post('/v1/agencies/keyed/register-agency', school, key);
    expect(again.body).toEqual({ ...first.body, repeated: true });
    expect(await fuzhou.post('/v1/agencies/keyed/register-agency', { ...school, name: '另一所学校' }, key)).toMatchObject({
      status: 422,
      body: { type: problem('key-reused') },
    });
    expect(await server.as('province').post('/v1/agencies/keyed/register-agency', school, key)).toMatchObject({ status: 409 });
  });

  it('answers 412 with the current revision when the record has moved on', async () => {
    const moved = await server.as('fuzhou').post('/v1/agencies/unborn/register-agency', school, { 'if-match': '"agency-unborn@3"' });
    expect(moved).toMatchObject({ status: 412, body: { type: problem('revision-mismatch'), stream: 'agency-unborn', revision: null } });
    const foreign = await server.as('fuzhou').post('/v1/agencies/unborn/register-agency', school, { 'if-match': '"agency-other@3"' });
    expect(foreign).toMatchObject({ status: 400, body: { errors: [{ header: 'If-Match' }] } });
  });
});

describe('faults of the stores', () => {
  const cases: readonly (readonly [Error, number, string, string | null])[] = [
    [new AppendOutcomeUnknown('agency-1', new Error('disk /srv/x')), 503, 'unavailable', '1'],
    [new WrongExpectedRevision('agency-1', 1, 2), 409, 'contended', '1'],
    [new EventTooLarge('agency-1', 70_000), 413, 'too-large', null],
    [new NewerSchema('X agency-1@0'), 503, 'unavailable', null],
    [new OccursInFuture('2027'), 422, 'occurs-in-future', null],
    [new ViewBehind('agency-register', undefined, '00000000000000000009'), 503, 'view-behind', '1'],
    [new ViewStale('view agency-register'), 503, 'unavailable', '1'],
    [new DiskFull(new Error('/srv/x')), 503, 'unavailable', '60'],
    [new StoreClosed(), 503, 'unavailable', '1'],
    [new Error('secret of /srv/x'), 500, 'internal', null],
  ];

  it.each(cases)('answers %s as %i %s', async (error, status, name, retryAfter) => {
    const failing = { handle: () => Promise.reject(error) } as unknown as CommandHandler;
    const server = await TestServer.start({ parts: (): Partial<Parts> => ({ commands: failing }) });
    const answer = await server.as('fuzhou').post('/v1/agencies/a/register-agency', school);
    await server.close();
    expect(answer).toMatchObject({ status, body: { type: problem(name), status } });
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(JSON.stringify(answer.body)).not.toContain('/srv/x');
  });
});
