import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type EcvrfKeyPair, ecvrfKeyPair } from '#libs/proof/ecvrf';

/** A file that holds no secret key. The message names the file, never what is in it. */
export class BadKeyFile extends Error {}

/**
 * The key pair of a file with 64 hexadecimal digits.
 * @throws BadKeyFile
 */
export function readSecretKey(path: string): EcvrfKeyPair {
  const seed = /^([0-9a-f]{64})\n?$/i.exec(text(path))?.[1];
  if (seed === undefined) throw new BadKeyFile(`${path}: should be 64 hexadecimal digits`);
  return ecvrfKeyPair(Buffer.from(seed, 'hex'));
}

/** The key pair of the file, which is made on first use for its owner only. */
export function ownSecretKey(path: string): EcvrfKeyPair {
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  return readSecretKey(path);
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new BadKeyFile(`${path}: cannot be read`);
  }
}
