import { WebhookSecrets } from '#libs/webhooks/webhook-secrets';
import { signedHeaders } from '#libs/webhooks/webhook-signature';

/** The test vector of the Standard Webhooks libraries. */
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const vector = (secrets: readonly string[]) => signedHeaders(secrets, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, '{"test": 2432232314}');

describe('the signature of a delivery', () => {
  it('is that of Standard Webhooks', () => {
    expect(vector([SECRET])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is given under each of two secrets, the new one first', () => {
    const other = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
    const [first, second] = vector([other, SECRET])['webhook-signature'].split(' ');
    expect(first).toBe(vector([other])['webhook-signature']);
    expect(second).toBe(vector([SECRET])['webhook-signature']);
  });
});

describe('the secret of an endpoint', () => {
  const secrets = new WebhookSecrets(Buffer.alloc(32, 7));

  it('has 32 bytes, the same whenever it is derived', () => {
    expect(secrets.of('w-1', 1)).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(new WebhookSecrets(Buffer.alloc(32, 7)).of('w-1', 1)).toBe(secrets.of('w-1', 1));
  });

  it('is another for another endpoint, generation or key', () => {
    const all = [secrets.of('w-1', 1), secrets.of('w-1', 2), secrets.of('w-2', 1), secrets.of('w-11', 1), secrets.of('w-1', 11), new WebhookSecrets(Buffer.alloc(32, 8)).of('w-1', 1)];
    expect(new Set(all).size).toBe(all.length);
  });

  it('cannot be read off the object that derives it', () => {
    expect(JSON.stringify(secrets) + Object.values(secrets).join()).toBe('{}');
  });
});
