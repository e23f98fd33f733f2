// Builds dist/ unless it is newer than every source.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';

const built = 'dist/apps/cli/src/main.js';
const sources = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', ...globSync('{apps,libs,test/{bench,doubles,support}}/**/*.{ts,json}')];
const changed = (file) => statSync(file).mtimeMs > statSync(built).mtimeMs;

if (!existsSync(built) || sources.some(changed)) {
  const build = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (build.status !== 0) process.exit(build.status ?? 1);
}
