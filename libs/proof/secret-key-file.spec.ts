import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { bytesToHex } from '@noble/hashes/utils.js';
import { BadKeyFile, ownSecretKey, readSecretKey } from '#libs/proof/secret-key-file';
import { temporaryFolder } from '#test/support/temporary-folder';

describe('a file with a secret key', () => {
  const folder = temporaryFolder();
  afterAll(() => folder.remove());
  const written = (text: string): string => {
    const path = folder.file('written.key');
    writeFileSync(path, text);
    return path;
  };

  it('is made once, for its owner only, and read again as the same key', () => {
    const path = folder.file('own.key');
    const made = ownSecretKey(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(ownSecretKey(path)).toEqual(made);
    expect(readFileSync(path, 'utf8')).toBe(`${bytesToHex(made.secretKey)}\n`);
  });

  it.each(['', 'ab', `${'ab'.repeat(32)} `, 'zz'.repeat(32), `${'ab'.repeat(33)}`])('is not "%s", and the complaint does not repeat it', (text) => {
    const path = written(text);
    expect(() => readSecretKey(path)).toThrow(BadKeyFile);
    expect(() => readSecretKey(path)).toThrow(`${path}: should be 64 hexadecimal digits`);
  });

  it('must be there', () => {
    expect(() => readSecretKey(folder.file('none.key'))).toThrow('cannot be read');
  });
});
