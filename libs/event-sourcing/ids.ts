import { createHash } from 'node:crypto';

const hex = (text: string): string => createHash('sha256').update(text).digest('hex');

const shape = (time: string, digest: string): string => {
  const variant = ((parseInt(digest.slice(15, 16), 16) & 3) | 8).toString(16);
  return [time.slice(0, 8), time.slice(8, 12), `8${digest.slice(0, 3)}`, `${variant}${digest.slice(3, 6)}`, digest.slice(16, 28)].join('-');
};

/**
 * UUID version 8 (RFC 9562): the time part of `parent`, the rest from SHA-256 over parent and purpose. Ids of events
 * and of follow-up commands derive this way, so that a retry is the same write and ids still sort by time.
 */
export const derivedId = (parent: string, purpose: string): string =>
  shape(parent.replaceAll('-', '').slice(0, 12).padEnd(12, '0'), hex(`${parent}\n${purpose}`));

/** UUID version 8 from text alone, for a caller's own idempotency key. */
export const idFromText = (text: string): string => {
  const digest = hex(text);
  return shape(digest.slice(28, 40), digest);
};

/** SHA-256 in hex over a command's name, target and body. */
export const commandHash = (name: string, target: string, body: object): string => hex(JSON.stringify([name, target, body]));
