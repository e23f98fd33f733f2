import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const prefixed = (part: string | Uint8Array): Uint8Array => {
  const body = typeof part === 'string' ? utf8ToBytes(part) : part;
  const bytes = new Uint8Array(4 + body.length);
  new DataView(bytes.buffer).setUint32(0, body.length);
  bytes.set(body, 4);
  return bytes;
};

/**
 * Every part as four bytes of length (big-endian) and its bytes (text as UTF-8), one after the other: two different
 * lists of parts never give the same bytes.
 */
export const lengthPrefixed = (...parts: readonly (string | Uint8Array)[]): Uint8Array => concatBytes(...parts.map(prefixed));
