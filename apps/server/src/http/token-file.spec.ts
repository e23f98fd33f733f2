import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadTokenFile, TokenFile } from '#apps/server/src/http/token-file';

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

  const faults: BadTokenFile[] = [];
  let now = 0;
  const tokensIn = (path: string): TokenFile => new TokenFile(path, (fault) => faults.push(fault), () => now);

  it('knows an actor by the hash of the token only', async () => {
    const source = tokensIn(written([{ sha256, ...clerk }]));
    expect(await source.actorOf('a-long-token')).toEqual(clerk);
    expect(await source.actorOf(sha256)).toBeUndefined();
    expect(await source.actorOf('demo-fuzhou')).toBeUndefined();
  });

  it('knows what rights somebody has now', async () => {
    const source = tokensIn(written([{ sha256, ...clerk }]));
    expect(await source.standing({ ...clerk, organisation: '3502' })).toEqual(clerk);
    expect(await source.standing({ ...clerk, role: 'AUDITOR' })).toBeUndefined();
    expect(await source.standing({ ...clerk, person: 'p-2' })).toBeUndefined();
  });

  it('knows a service by its area and the categories it may follow', async () => {
    const service = { person: 'p-training', role: 'SERVICE', organisation: 'FJ', categories: ['case', 'supervisor'] };
    expect(await tokensIn(written([{ sha256, ...service }])).actorOf('a-long-token')).toEqual(service);
  });

  it('is read again when it has changed, a second later', async () => {
    const source = tokensIn(written([{ sha256, ...clerk }]));
    written([{ sha256, ...clerk, organisation: '3502' }]);
    expect(await source.actorOf('a-long-token')).toEqual(clerk);
    now += 1_000;
    expect(await source.actorOf('a-long-token')).toEqual({ ...clerk, organisation: '3502' });
    expect(await source.standing(clerk)).toEqual({ ...clerk, organisation: '3502' });
    written([]);
    now += 1_000;
    expect([await source.actorOf('a-long-token'), await source.standing(clerk)]).toEqual([undefined, undefined]);
  });

  it.each([
    ['damaged', () => written('[')],
    ['removed', () => rmSync(join(folder, 'tokens.json'))],
  ])('stands as it last could be read when it is %s, which is told once', async (_what, spoil) => {
    const source = tokensIn(written([{ sha256, ...clerk }]));
    faults.length = 0;
    spoil();
    for (let look = 0; look < 2; look += 1) {
      now += 1_000;
      expect(await source.actorOf('a-long-token')).toEqual(clerk);
    }
    expect(faults).toEqual([expect.any(BadTokenFile)]);
    written([]);
    now += 1_000;
    expect(await source.actorOf('a-long-token')).toBeUndefined();
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
    expect(() => tokensIn(written(content))).toThrow(BadTokenFile);
  });

  it('is refused when it is not there', () => {
    expect(() => tokensIn(join(folder, 'none.json'))).toThrow(/cannot be read/);
  });
});
