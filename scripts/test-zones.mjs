// The suite must say the same wherever the machine stands: legal dates are Fujian's, instants are UTC.
import { spawn } from 'node:child_process';

const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'];
const PARTS = ['libs/', 'apps/', 'test/kernel/'];
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', ...PARTS];

const countsIn = (TZ) =>
  new Promise((resolve) => {
    const run = spawn(process.execPath, jest, { env: { ...process.env, TZ } });
    let output = '';
    run.stdout.on('data', (text) => (output += text));
    run.stderr.on('data', (text) => (output += text));
    run.on('close', (status) => {
      const counts = /^\d+ passed, \d+ failed(, \d+ skipped)?$/m.exec(output)?.[0] ?? 'no result';
      console.log(`${TZ.padEnd(18)} ${counts}`);
      if (status !== 0) console.error(output);
      resolve(counts);
    });
  });

const results = [];
for (const zone of ZONES) results.push(await countsIn(zone));
process.exitCode = new Set(results).size === 1 && results[0].includes(', 0 failed') ? 0 : 1;
