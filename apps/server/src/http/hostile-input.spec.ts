import { connect } from 'node:net';
import { MAX_DEPTH, MAX_KEYS } from '#apps/server/src/http/plain-input';
import { MAX_BODY_BYTES } from '#apps/server/src/http/server';
import { TestServer } from '#test/support/test-server';

const school = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const PATH = '/v1/agencies/hostile/register-agency';

describe('input that is refused before any decision', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(async () => {
    await server.close();
  });

  const postText = (body: string, type = 'application/json') =>
    server.send(PATH, { method: 'POST', headers: { authorization: 'Bearer demo-fuzhou', 'content-type': type }, body });
  const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

  it('points at each member that does not fit', async () => {
    const { status, body } = await postText(JSON.stringify({ ...school, agencyType: 'BANK', isCentralBranch: 'true', extra: 1 }));
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { pointer: '/extra', check: 'whitelistValidation', detail: '没有这个成员' },
      { pointer: '/agencyType', check: 'isIn', detail: '不在可选范围内' },
      { pointer: '/isCentralBranch', check: 'isBoolean', detail: '应当是“是”或者“否”' },
    ]);
  });

  it.each([
    ['no JSON', '{"name":'],
    ['a list', `[${JSON.stringify(school)}]`],
    ['a text', '"name"'],
    ['null members', '{"name":null}'],
    ['nothing', ''],
    ['__proto__', JSON.stringify(school).replace('{', '{"__proto__":{"x":1},')],
    ['constructor', JSON.stringify(school).replace('{', '{"constructor":{"prototype":1},')],
    ['prototype', JSON.stringify({ ...school, prototype: 1 })],
    ['NUL', JSON.stringify({ ...school, name: 'a\0b' })],
    ['half a surrogate pair', JSON.stringify(school).replace('闽江', '\\ud800')],
    ['too deep', nested(MAX_DEPTH + 1)],
    ['far too deep', nested(3_000)],
    ['too many keys', JSON.stringify(Object.fromEntries(Array.from({ length: MAX_KEYS + 1 }, (_, index) => [`k${index}`, 1])))],
  ])('answers 400 to %s', async (_what, text) => {
    expect((await postText(text)).status).toBe(400);
  });

  it('takes 32 levels and 1,000 keys for what they are: merely unknown members', async () => {
    expect((await postText(nested(MAX_DEPTH))).body.errors).toContainEqual(expect.objectContaining({ pointer: '/a', check: 'whitelistValidation' }));
    const keys = JSON.stringify(Object.fromEntries(Array.from({ length: MAX_KEYS }, (_, index) => [`k${index}`, 1])));
    expect((await postText(keys)).body.errors).toContainEqual(expect.objectContaining({ pointer: '/k0', check: 'whitelistValidation' }));
  });

  it('takes a body up to its greatest size and answers 413 beyond', async () => {
    const padded = (bytes: number): string => `${' '.repeat(bytes - Buffer.byteLength(JSON.stringify(school)))}${JSON.stringify(school)}`;
    expect(Buffer.byteLength(padded(MAX_BODY_BYTES))).toBe(MAX_BODY_BYTES);
    expect((await postText(padded(MAX_BODY_BYTES))).status).toBe(201);
    expect(await postText(padded(MAX_BODY_BYTES + 1))).toMatchObject({ status: 413, body: { type: 'urn:dudao:problem:too-large' } });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])('answers 415 to %s', async (type) => {
    expect(await postText('name=x', type)).toMatchObject({ status: 415, body: { type: 'urn:dudao:problem:unsupported-media-type' } });
  });

  it.each([
    '/v1/agencies?limit=0',
    '/v1/agencies?limit=201',
    '/v1/agencies?limit=1e1',
    '/v1/agencies?limit=10&limit=20',
    '/v1/agencies?area=3599',
    '/v1/agencies?unknown=1',
    '/v1/agencies?q[$ne]=1',
    '/v1/agencies?q=%00',
    '/v1/agencies?minPosition=9',
    '/v1/agencies/a_b',
    '/v1/agencies/%00',
    '/v1/agencies/%E0%A4%A',
    `/v1/agencies/${'a'.repeat(65)}`,
    '/v1/events/agency',
    '/v1/events?after=9',
    '/v1/events?limit=501',
    '/v1/events?types=PersonBarred',
    '/v1/events/stream?after=9',
    '/v1/events/stream?types=',
  ])('answers 400 to GET %s', async (path) => {
    const refused = await server.as('auditor').get(path);
    expect(refused).toMatchObject({ status: 400, body: { status: 400 } });
    expect(refused.headers.get('content-type')).toMatch(/problem\+json/);
  });

  it('answers an id beyond any length with a problem, too', async () => {
    expect((await server.as('auditor').get(`/v1/agencies/${'a'.repeat(500)}`)).status).toBeLessThan(500);
  });

  it('refuses an idempotency key that is no key', async () => {
    const refused = await server.as('fuzhou').post(PATH, school, { 'idempotency-key': ' ' });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ header: 'Idempotency-Key' }] } });
  });

  it.each([
    ['letters in the URL that are not ASCII', 'GET /v1/agencies/闽江 HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['what is no HTTP', 'hello\r\n\r\n', 400],
    ['more headers than the server takes', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('is a problem for the parser, too: %s', async (_what, request, status) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname).setEncoding('utf8');
    socket.write(request);
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} [^]*Content-Type: application/problem\\+json`, 'i'));
    expect(JSON.parse(body)).toEqual({ type: 'urn:dudao:problem:unreadable-request', title: '请求无法读取', status });
  });
});
