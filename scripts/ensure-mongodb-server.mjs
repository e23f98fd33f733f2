// Builds the server that the MongoDB specs talk to, unless MONGODB_URL names one. Without Go the specs are skipped, and
// this says so; in CI a build that fails is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const sources = 'scripts/mongodb-server';
const binary = 'node_modules/.cache/mongodb-server/server';
const OLDEST_GO = 24;

const skip = (reason) => {
  console.error(`⚠ the specs against MongoDB are SKIPPED: MONGODB_URL is not set, and ${reason}`);
  process.exit(0);
};
const isFresh = () => existsSync(binary) && readdirSync(sources).every((file) => statSync(`${sources}/${file}`).mtimeMs < statSync(binary).mtimeMs);

if (process.env.MONGODB_URL || isFresh()) process.exit(0);
const go = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' });
if (go.error) skip('there is no Go to build a server with');
const minor = Number(/^go1\.(\d+)/.exec(go.stdout)?.[1]);
if (!(minor >= OLDEST_GO)) skip(`${go.stdout.trim()} is older than go1.${OLDEST_GO}`);

console.error('building the server for the specs against MongoDB, once: a minute or two …');
const flags = ['-trimpath', '-tags=ferretdb_no_postgresql', '-ldflags=-s -w', '-o', `../../${binary}`];
const build = spawnSync('go', ['build', ...flags, '.'], { cwd: sources, stdio: ['ignore', 2, 2] });
if (build.status === 0) process.exit(0);
if (process.env.CI) process.exit(build.status ?? 1);
skip('the server could not be built');
