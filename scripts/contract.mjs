// Holds every driver against the contract of its port, and says against what it ran: `contract`, or `contract --json`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const given = (name) => process.env[name] !== undefined;
const DRIVERS = [
  { port: 'event store', driver: 'SQLite', against: 'real', server: 'node:sqlite', spec: 'libs/sqlite/event-store.spec.ts' },
  { port: 'event store', driver: 'EventStoreDB', against: given('EVENTSTORE_URL') ? 'real' : 'double', server: given('EVENTSTORE_URL') ? 'EVENTSTORE_URL' : 'gRPC double', spec: 'libs/eventstoredb/event-store.spec.ts' },
  { port: 'document store', driver: 'SQLite', against: 'real', server: 'node:sqlite', spec: 'test/contracts/document-stores.spec.ts', suite: 'on SQLite' },
  { port: 'document store', driver: 'MongoDB', against: 'real', server: given('MONGODB_URL') ? 'MONGODB_URL' : 'FerretDB', spec: 'test/contracts/document-stores.spec.ts', suite: 'on MongoDB' },
];

const folder = mkdtempSync(join(tmpdir(), 'dudao-contract-'));
const output = join(folder, 'results.json');
const specs = [...new Set(DRIVERS.map(({ spec }) => spec))];
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${output}`, '--runTestsByPath', ...specs];
const { error } = spawnSync(process.execPath, jest, { stdio: ['ignore', 'ignore', process.argv.includes('--json') ? 'ignore' : 2] });
if (error) throw error;
const { testResults } = JSON.parse(readFileSync(output, 'utf8'));
rmSync(folder, { recursive: true });

const rows = DRIVERS.map(({ spec, suite, ...driver }) => {
  const file = testResults.find(({ name }) => relative(resolve('.'), name) === spec);
  const tests = (file?.assertionResults ?? []).filter(({ ancestorTitles }) => suite === undefined || ancestorTitles[0].startsWith(suite));
  const count = (status) => tests.filter((test) => test.status === status).length;
  const brokeOff = tests.length === 0 ? 1 : 0;
  return { ...driver, passed: count('passed'), failed: count('failed') + brokeOff, skipped: count('pending') };
});
if (process.argv.includes('--json')) console.log(JSON.stringify(rows.map(({ server: _server, skipped: _skipped, ...row }) => row)));
else for (const { port, driver, against, server, passed, failed, skipped } of rows) console.log(`${failed === 0 && passed > 0 ? '✔' : '✘'} ${port}: ${driver} against ${against} (${server}): ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
// A driver whose contract was not run has shown nothing.
process.exitCode = rows.every(({ passed, failed }) => failed === 0 && passed > 0) ? 0 : 1;
