// Runs on whatever Node the machine has, before anything is installed: keep it plain. The scripts of package.json call it in
// parentheses, in a shell of its own: a shell remembers where it found `node`, and must look again once Node 24 is there.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const installed = 'node_modules/.package-lock.json';
const lock = 'package-lock.json';

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.error('installing the packages of package-lock.json …');
  // `npm install` with the lock in place installs exactly the lock, also where optional packages of other platforms are missing.
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
}
