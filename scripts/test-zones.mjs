// The suite must say the same wherever the machine stands: legal dates are Fujian's, instants are UTC. `npm test` runs all of it
// in UTC; this runs what reaches a `Date` through its imports once more in the zones of Fujian and of the other side of the earth.
import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

const ZONES = ['Asia/Shanghai', 'America/New_York'];
/** They reach a clock, but none of what they hold is a date: drivers, processes that die, proofs; and what is long is told once: histories, journeys, years. */
const ELSEWHERE = ['libs/(eventstoredb|mongodb|sqlite|proof)/', 'test/(architecture|contracts|demo|deployment|faults|journeys|scale)/', 'test/properties/', 'libs/simulation/simulate-year', 'libs/oversight/ledger.(property|simulated)', 'libs/draws/tickets', 'test/recorded-events/story-on-server', 'test/access/'];

const program = globSync('{libs,apps}/**/*.ts').filter((file) => !file.endsWith('.spec.ts'));
const withDates = program.filter((file) => /\bDate\b/.test(readFileSync(file, 'utf8')));
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--testPathIgnorePatterns', ...ELSEWHERE, '--findRelatedTests', ...withDates];

const countsIn = (zone) =>
  new Promise((resolve) => {
    const run = spawn(process.execPath, jest, { env: { ...process.env, TEST_ZONE: zone } });
    let output = '';
    run.stdout.on('data', (text) => (output += text));
    run.stderr.on('data', (text) => (output += text));
    run.on('close', (status) => {
      const counts = /^\d+ passed, \d+ failed(, \d+ skipped)?$/m.exec(output)?.[0] ?? 'no result';
      console.log(`${zone.padEnd(18)} ${counts}`);
      if (status !== 0) console.error(output);
      resolve(counts);
    });
  });

const results = [];
for (const zone of ZONES) results.push(await countsIn(zone));
process.exitCode = new Set(results).size === 1 && results[0].includes(', 0 failed') ? 0 : 1;
