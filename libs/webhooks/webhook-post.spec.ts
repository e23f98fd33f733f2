import { kindOf, WebhookHosts } from '#libs/webhooks/webhook-hosts';
import { type PostLimits, webhookPost } from '#libs/webhooks/webhook-post';
import { Receiver } from '#test/support/receiver';

const never = new AbortController().signal;

describe('an address', () => {
  it.each([
    ['8.8.8.8', 'public'], ['2400:3200::1', 'public'], ['127.0.0.1', 'loopback'], ['127.255.0.9', 'loopback'], ['::1', 'loopback'], ['10.0.0.1', 'intranet'],
    ['172.31.255.255', 'intranet'], ['172.32.0.1', 'public'], ['192.168.1.1', 'intranet'], ['100.64.0.1', 'intranet'], ['fd00::1', 'intranet'], ['0.0.0.0', 'special'],
    ['169.254.169.254', 'special'], ['224.0.0.1', 'special'], ['255.255.255.255', 'special'], ['198.18.0.1', 'special'], ['::', 'special'], ['fe80::1', 'special'],
    ['ff02::1', 'special'], ['::ffff:127.0.0.1', 'special'], ['::ffff:a00:1', 'special'], ['::ffff:808:808', 'special'], ['64:ff9b::a00:1', 'special'], ['2002:a00:1::', 'special'],
    ['2001:0:a00:1::', 'special'], ['2001:db8::1', 'special'],
  ])('%s is %s', (address, kind) => {
    expect(kindOf(address)).toBe(kind);
  });
});

describe('hosts that may be delivered to', () => {
  const hosts = new WebhookHosts({ hosts: ['Hooks.Example.org', 'hooks.example.org:8443', '8.8.8.8'], privateHosts: ['hr.intranet', '10.1.2.3', 'localhost:3100', '[::1]:3100'] });

  it.each(['https://hooks.example.org/a', 'https://hooks.example.org:443/', 'https://hooks.example.org:8443/', 'https://8.8.8.8/', 'https://hr.intranet/x', 'https://10.1.2.3/', 'http://localhost:3100/', 'http://[::1]:3100/'])('include that of %s', (url) => {
    expect(hosts.allows(new URL(url))).toBe(true);
  });

  it.each([
    'http://hooks.example.org/', 'https://hooks.example.org:444/', 'https://a.hooks.example.org/', 'https://hooks.example.org./', 'https://hooks.example.org.evil.test/', 'https://evil.test/?hooks.example.org',
    'https://hooks.example.org@evil.test/', 'http://hr.intranet/', 'http://10.1.2.3/', 'https://10.1.2.4/', 'http://localhost/', 'https://127.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://[::ffff:127.0.0.1]/', 'file:///etc/passwd', 'ftp://hooks.example.org/',
  ])('do not include that of %s', (url) => {
    expect(hosts.allows(new URL(url))).toBe(false);
  });

  it.each([
    ['https://hooks.example.org/', '93.184.215.14', true],
    ['https://hooks.example.org/', '10.0.0.1', false],
    ['https://hooks.example.org/', '127.0.0.1', false],
    ['https://hooks.example.org/', '169.254.169.254', false],
    ['https://hr.intranet/', '10.0.0.1', true],
    ['https://hr.intranet/', '127.0.0.1', false],
    ['https://hr.intranet/', '169.254.169.254', false],
    ['https://hr.intranet/', '::ffff:a00:1', false],
    ['http://localhost:3100/', '127.0.0.1', true],
  ])('%s may be reached at %s: %s', (url, address, expected) => {
    expect(hosts.mayReach(new URL(url), address)).toBe(expected);
  });
});

describe('sending a delivery', () => {
  let receiver: Receiver;
  beforeAll(async () => {
    receiver = await Receiver.start();
  });
  afterAll(() => receiver.close());

  const hosts = (named: string): WebhookHosts => new WebhookHosts({ hosts: ['hooks.example.org'], privateHosts: [named] });
  const post = async (more: PostLimits & { readonly url?: string; readonly hosts?: WebhookHosts; readonly stopping?: AbortSignal } = {}) => {
    const send = webhookPost(more.hosts ?? hosts(new URL(receiver.url).host), more);
    const { milliseconds, ...ending } = await send({ url: more.url ?? receiver.url, headers: { 'content-type': 'application/json', 'webhook-id': '1' }, body: '{"名":1}' }, more.stopping ?? never);
    expect(Number.isInteger(milliseconds)).toBe(true);
    return ending;
  };

  it('brings the body and the headers', async () => {
    expect(await post()).toEqual({ outcome: 'DELIVERED', status: 200 });
    expect(receiver.received.at(-1)).toMatchObject({ body: '{"名":1}', headers: { 'webhook-id': '1' } });
  });

  it.each([
    [{ status: 204 }, { outcome: 'DELIVERED', status: 204 }],
    [{ status: 302, headers: { location: '/elsewhere' } }, { outcome: 'REJECTED', status: 302 }],
    [{ status: 410 }, { outcome: 'GONE', status: 410 }],
    [{ status: 500 }, { outcome: 'REJECTED', status: 500 }],
    ['close', { outcome: 'UNREACHABLE' }],
    ['hang', { outcome: 'TIMED_OUT' }],
    ['endless', { outcome: 'DELIVERED', status: 200 }],
  ] as const)('%j: %j', async (behaviour, expected) => {
    const before = receiver.received.length;
    receiver.behave(behaviour);
    expect(await post(behaviour === 'hang' ? { timeLimit: 1_000 } : {})).toEqual(expected);
    expect(receiver.received).toHaveLength(before + 1);
  });

  it('takes only so much of an answer', async () => {
    receiver.behave('endless');
    await post({ answerLimit: 100_000 });
    expect(receiver.written).toBeLessThan(10_000_000);
  });

  it('does not wait once it is to stop', async () => {
    receiver.behave('hang');
    expect(await post({ stopping: AbortSignal.timeout(50) })).toEqual({ outcome: 'UNREACHABLE' });
  });

  it.each([
    ['a host that is not named', { url: 'https://elsewhere.example.org/' }],
    ['a literal address that is not named', { url: 'http://127.0.0.1:9/' }],
    ['a name that has become an address of this machine', { url: 'https://hooks.example.org/', resolve: async () => [{ address: '127.0.0.1', family: 4 }] }],
    ['a name with one such address among others', { url: 'https://hooks.example.org/', resolve: async () => [{ address: '93.184.215.14', family: 4 }, { address: '::1', family: 6 }] }],
    ['a name without an address', { url: 'https://hooks.example.org/', resolve: async () => [] }],
  ] as const)('goes nowhere for %s', async (_what, more) => {
    const before = receiver.received.length;
    expect(await post(more)).toEqual({ outcome: 'BARRED' });
    expect(receiver.received).toHaveLength(before);
  });

  it('speaks TLS where the address says https', async () => {
    const { host } = new URL(receiver.url);
    expect(await post({ url: `https://${host}/`, hosts: hosts(host) })).toEqual({ outcome: 'UNREACHABLE' });
  });
});
