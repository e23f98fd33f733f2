// Holds every driver against the contract of its port, and says against what it ran: `contract`, or `contract --json`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractRow, driversIn, holds, type SpecResult } from '#test/contracts/contract-rows';

const isJson = process.argv.includes('--json');
const drivers = driversIn(process.env);
const folder = mkdtempSync(join(tmpdir(), 'dudao-contract-'));
const output = join(folder, 'results.json');
const specs = [...new Set(drivers.map(({ spec }) => spec))];
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${output}`, '--runTestsByPath', ...specs];
const { error } = spawnSync(process.execPath, jest, { stdio: ['ignore', 'ignore', isJson ? 'ignore' : 2] });
if (error) throw error;
const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as { readonly testResults: readonly SpecResult[] };
rmSync(folder, { recursive: true });

const rows = drivers.map((driver) => ({ server: driver.server, row: contractRow(driver, testResults) }));
if (isJson) console.log(JSON.stringify(rows.map(({ row }) => row)));
else for (const { server, row } of rows) console.log(`${holds(row) ? '✔' : '✘'} ${row.port}: ${row.driver} against ${row.against} (${server}): ${row.passed} passed, ${row.failed} failed`);
process.exitCode = rows.every(({ row }) => holds(row)) ? 0 : 1;
