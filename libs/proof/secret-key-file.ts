import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type EcvrfKeyPair, ecvrfKeyPair } from '#libs/proof/ecvrf';

/** A file that holds no secret key. The message names the file, never what is in it. */
export class BadKeyFile extends Error {}

/**
 * The 32 bytes of a file with 64 hexadecimal digits.
 * @throws BadKeyFile
 */
export function readSecretBytes(path: string): Uint8Array {
  const digits = /^([0-9a-f]{64})\n?$/i.exec(text(path))?.[1];
  if (digits === undefined) throw new BadKeyFile(`${path}: should be 64 hexadecimal digits`);
  return Buffer.from(digits, 'hex');
}

/** The bytes of the file, which is made on first use for its owner only. */
export function ownSecretBytes(path: string): Uint8Array {
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  return readSecretBytes(path);
}

/**
 * The key pair of a file with 64 hexadecimal digits.
 * @throws BadKeyFile
 */
export const readSecretKey = (path: string): EcvrfKeyPair => ecvrfKeyPair(readSecretBytes(path));

/** The key pair of the file, which is made on first use for its owner only. */
export const ownSecretKey = (path: string): EcvrfKeyPair => ecvrfKeyPair(ownSecretBytes(path));

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new BadKeyFile(`${path}: cannot be read`);
  }
}
