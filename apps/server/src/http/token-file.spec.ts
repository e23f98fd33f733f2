import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadTokenFile, readTokenFile } from '#apps/server/src/http/token-file';

const sha256 = createHash('sha256').update('a-long-token').digest('hex');
const clerk = { person: 'p-1', role: 'MUNICIPAL_CENTER', organisation: '3501' };

describe('a file of tokens', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokens-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (content: unknown): string => {
    const path = join(folder, 'tokens.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  it('knows an actor by the hash of the token only', async () => {
    const source = readTokenFile(written([{ sha256, ...clerk }]));
    expect(await source.actorOf('a-long-token')).toEqual(clerk);
    expect(await source.actorOf(sha256)).toBeUndefined();
    expect(await source.actorOf('demo-fuzhou')).toBeUndefined();
  });

  it('knows what rights somebody has now', async () => {
    const source = readTokenFile(written([{ sha256, ...clerk }]));
    expect(await source.standing({ ...clerk, organisation: '3502' })).toEqual(clerk);
    expect(await source.standing({ ...clerk, role: 'AUDITOR' })).toBeUndefined();
    expect(await source.standing({ ...clerk, person: 'p-2' })).toBeUndefined();
  });

  it('knows a service by its area and the categories it may follow', async () => {
    const service = { person: 'p-training', role: 'SERVICE', organisation: 'FJ', categories: ['case', 'supervisor'] };
    expect(await readTokenFile(written([{ sha256, ...service }])).actorOf('a-long-token')).toEqual(service);
  });

  it.each([
    ['no JSON', '['],
    ['no list', {}],
    ['a role that nobody has', [{ sha256, ...clerk, role: 'ADMIN' }]],
    ['the role of the system', [{ sha256, ...clerk, role: 'SYSTEM' }]],
    ['a token instead of its hash', [{ sha256: 'a-long-token', ...clerk }]],
    ['a service that follows nothing', [{ sha256, ...clerk, role: 'SERVICE', categories: [] }]],
    ['a service that follows persons', [{ sha256, ...clerk, role: 'SERVICE', categories: ['case', 'person'] }]],
    ['a service of no area', [{ sha256, ...clerk, role: 'SERVICE', organisation: 'agency-1', categories: ['case'] }]],
    ['a clerk with categories', [{ sha256, ...clerk, categories: ['case'] }]],
    ['nobody', [{ sha256, ...clerk, person: '' }]],
  ])('is refused whole with %s', (_what, content) => {
    expect(() => readTokenFile(written(content))).toThrow(BadTokenFile);
  });

  it('is refused when it is not there', () => {
    expect(() => readTokenFile(join(folder, 'none.json'))).toThrow(/cannot be read/);
  });
});
