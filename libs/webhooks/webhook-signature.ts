import { createHmac } from 'node:crypto';

/** What a delivery says of itself, as Standard Webhooks 1.0 has it. */
export interface SignedHeaders {
  /** Id of the event: what is delivered twice bears it twice. */
  readonly 'webhook-id': string;
  /** Seconds since 1970, of this attempt. */
  readonly 'webhook-timestamp': string;
  /** One `v1,…` for each secret, separated by spaces. */
  readonly 'webhook-signature': string;
}

export const SECRET_PREFIX = 'whsec_';

const signature = (secret: string, signed: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')).update(signed).digest('base64')}`;

/** Signs a body under each secret (`whsec_…`); `atSeconds` since 1970. */
export function signedHeaders(secrets: readonly string[], id: string, atSeconds: number, body: string): SignedHeaders {
  const timestamp = String(atSeconds);
  const signatures = secrets.map((secret) => signature(secret, `${id}.${timestamp}.${body}`));
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
