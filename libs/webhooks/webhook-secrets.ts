import { hkdfSync } from 'node:crypto';
import { SECRET_PREFIX } from '#libs/webhooks/webhook-signature';

const BYTES = 32;

/** The secrets of all endpoints, derived from one key whenever they are needed: none is ever stored. */
export class WebhookSecrets {
  readonly #key: Uint8Array;

  /** `key`: 32 bytes that nobody else has. */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** `whsec_…` of an endpoint (HKDF with SHA-256, RFC 5869). Generations count from 1; each rotation is the next. */
  of(webhookId: string, generation: number): string {
    const secret = hkdfSync('sha256', this.#key, '', `dudao webhook ${webhookId} ${generation}`, BYTES);
    return `${SECRET_PREFIX}${Buffer.from(secret).toString('base64')}`;
  }
}
