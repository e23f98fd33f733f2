import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { temporaryFolder } from '#test/support/temporary-folder';

const SCHEMA = 'libs/record/event-schemas/AgencyRegistered.v1.json';
const CHECK = ['--conditions=source', '--experimental-transform-types', '--disable-warning=ExperimentalWarning', 'scripts/schemas.ts', '--check'];

describe('the check of published versions, as CI runs it', () => {
  it('fails on a change that breaks one, kept text and all, and says what was and what is', () => {
    const folder = temporaryFolder();
    const copy = (path: string): void => cpSync(path, folder.file(path), { recursive: true });
    const git = (...args: readonly string[]) => spawnSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: folder.file('.'), encoding: 'utf8' });
    const edit = (path: string, from: string | RegExp, to: string): void => {
      const text = readFileSync(folder.file(path), 'utf8');
      const edited = text.replaceAll(from, to);
      expect([path, edited === text]).toEqual([path, false]);
      writeFileSync(folder.file(path), edited);
    };
    for (const path of ['package.json', 'tsconfig.json', 'libs', 'scripts', 'test/recorded-events', 'test/support']) copy(path);
    symlinkSync(resolve('node_modules'), folder.file('node_modules'));
    git('init', '--quiet', '--initial-branch=main');
    git('add', 'libs/record');
    git('commit', '--quiet', '--message=published');
    edit('libs/agencies/agency.events.ts', 'readonly filedOn: LegalDate', 'readonly filedAt: LegalDate');
    edit(SCHEMA, /filedOn/g, 'filedAt');
    edit('libs/agencies/agency.feed.ts', ', filedOn: true', '');
    git('add', 'libs/record');
    git('commit', '--quiet', '--message=broken');
    const { status, stdout } = spawnSync(process.execPath, CHECK, { cwd: folder.file('.'), encoding: 'utf8' });
    folder.remove();
    const lines = stdout.split('\n');
    expect(lines).toEqual(expect.arrayContaining([
      '✗ AgencyRegistered v1: `filedOn` was required, now missing',
      '✗ AgencyRegistered v1: `filedAt` is new and required',
      '✗ AgencyRegistered v1: `filedOn` left the house, now it stays inside',
      'A published version may only be added to. Give the type a new version: an upcaster in libs/record/record.ts, then npm run schemas.',
    ]));
    expect([status, lines.filter((line) => line.startsWith('✗') && !line.includes('AgencyRegistered'))]).toEqual([1, []]);
  }, 120_000);
});
