import { globSync, readFileSync } from 'node:fs';
import { through } from '#libs/cases/case-story';
import { appendFacts } from '#test/support/case-facts';
import { appointSupervisor, receiveBlankCards } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';
import { ANSWER_SCHEMAS, ANSWERED } from '#apps/server/src/http/schemas';

const school = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
/** What needs a longer story to be read is held against OpenAPI by its own specs, as every answer of a test server is. */
const ELSEWHERE = /Draw|Complaint|Reporter|Session|ScoreSheet|Training|Daily|Sanction|Assessment|Norm|Webhook|Public|Policy|Archive/;

describe('what the server says of its answers', () => {
  let server: TestServer;
  const get = (path: string, persona = 'auditor') => server.as(persona).get(path);
  beforeAll(async () => {
    server = await TestServer.start();
    await server.as('fuzhou').post('/v1/agencies/a-1/register-agency', school);
    await receiveBlankCards(server);
    await appointSupervisor(server, 'one');
    for (const stage of ['OpenSpecialSupervision', 'FormGroup', 'SubmitSelfReport', 'DeliverOpinion', 'CloseCase']) await appendFacts(server.record.events, stage, through(stage));
    await server.record.worker.settle();
  });
  afterAll(() => server.close());

  it('is true of a case at every stage, for each who reads it', async () => {
    for (const persona of ['auditor', 'supervisor-p-1', 'agency-agency-1']) {
      for (const path of ['', '/timeline', '/as-of?revision=2', '/difference?from=1&to=2']) expect((await get(`/v1/cases/CloseCase${path}`, persona)).status).toBe(200);
      expect((await get('/v1/cases', persona)).body.items.length).toBeGreaterThan(1);
    }
    for (const stage of ['OpenSpecialSupervision', 'FormGroup', 'SubmitSelfReport', 'DeliverOpinion']) expect((await get(`/v1/cases/${stage}`)).status).toBe(200);
  });

  it('is true of the registers, the calendar, the log and the server itself', async () => {
    const paths = [
      '/v1/agencies', '/v1/agencies/a-1', '/v1/supervision-frequencies', '/v1/supervisors', '/v1/supervisors/s-one', '/v1/supervisors/s-one/timeline', '/v1/me', '/v1/events/case-CloseCase?limit=5', '/v1/events?limit=5',
      '/v1/calendar/FJ', '/v1/calendar/FJ/due?start=2026-09-30&days=5', '/v1/calendar/FJ/timeline', '/v1/catalog', '/v1/catalog/CaseClosed/v1', '/v1/catalog/CaseClosed/v1/released', '/v1/regulation', '/v1/todos?whose=ALL', '/v1/todos/done', '/v1/agencies/a-1/file', '/v1/supervisors/s-one/file?asOf=2026-11-24', '/v1/upcoming', '/livez', '/readyz', '/metrics',
    ];
    for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 200]);
  });

  it('is true of refusals', async () => {
    const refusals: readonly (readonly [status: number, path: string, persona: string, body?: object, headers?: Record<string, string>])[] = [
      [400, '/v1/cases?limit=0', 'auditor'],
      [401, '/v1/cases', 'x'],
      [403, '/v1/events/case-CloseCase', 'fuzhou'],
      [404, '/v1/cases/none', 'auditor'],
      [400, '/v1/agencies/a-2/register-agency', 'fuzhou', {}],
      [403, '/v1/agencies/a-2/register-agency', 'pingtan', school],
      [404, '/v1/cases/none/close-case', 'fuzhou', { summary: '结案' }],
      [409, '/v1/agencies/a-1/register-agency', 'fuzhou', school],
      [412, '/v1/supervisors/s-one/resign-supervisor', 'supervisor-p-one', { reason: '工作调动' }, { 'if-match': '"supervisor-s-one@1"' }],
      [422, '/v1/agencies/a-2/register-agency', 'province', { ...school, division: '440100' }],
    ];
    for (const [status, path, persona, body, headers] of refusals) {
      const answer = await (body === undefined ? get(path, persona) : server.as(persona).post(path, body, headers));
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, status, expect.stringContaining('application/problem+json')]);
    }
  });

  it('was put to the test for every query whose answer has a type', () => {
    const named = ANSWERED.filter((name) => !ELSEWHERE.test(name));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !server.answers.seen.has(`${name} 200`))).toEqual([]);
  });

  it('is contradicted by an answer with a member too many, too few, or of another kind', async () => {
    const { body } = await get('/v1/cases/CloseCase');
    const fault = (changed: object) => server.answers.fault({ method: 'get', path: '/v1/cases/CloseCase', status: 200, type: 'application/json', body: changed });
    expect(fault(body as object)).toBeUndefined();
    for (const changed of [{ ...body, gate: {} }, { ...body, state: 'LOST' }, { ...body, openedOn: '2026-02-30' }, {}]) expect(fault(changed)).toContain('GetCase 200');
    expect(server.answers.fault({ method: 'get', path: '/v1/cases/CloseCase', status: 418, type: 'application/json', body })).toContain('does not know this status');
  });

  it('has a name of its own for every schema, beside those of the commands', () => {
    const commands = globSync('libs/**/*.commands.ts').flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name]) => name ?? ''));
    expect(commands.filter((name) => Object.hasOwn(ANSWER_SCHEMAS, name))).toEqual([]);
  });
});
