import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { lengthPrefixed } from '#libs/proof/length-prefix';

/** AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits. */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/** Base64 of nonce, tag and ciphertext. `about` is bound to it: what was sealed about one thing does not open as another. */
export function sealed(key: Uint8Array, plain: Uint8Array, about: readonly string[]): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(lengthPrefixed(...about));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

/** @throws Error where the bytes were changed, or belong to another key or thing */
export function unsealed(key: Uint8Array, text: string, about: readonly string[]): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(lengthPrefixed(...about)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

/** A key of its own for each purpose (HKDF with SHA-256, RFC 5869). */
export const derivedKey = (key: Uint8Array, purpose: string): Uint8Array => new Uint8Array(hkdfSync('sha256', key, '', purpose, KEY_BYTES));

export const hmacHex = (key: Uint8Array, parts: readonly string[]): string => createHmac('sha256', key).update(lengthPrefixed(...parts)).digest('hex');

export const newKey = (): Uint8Array => new Uint8Array(randomBytes(KEY_BYTES));
