// Runs the specs of a capability once for every mutant that it is sent, in one process: starting jest costs more than the tests.
import { runCLI } from 'jest';
import base from '../jest.config.mjs';
import makeRunFolder from './run-folder.mjs';
import removeRunFolder from './remove-run-folder.mjs';

const root = process.cwd();
makeRunFolder();
const transform = Object.fromEntries(Object.entries(base.transform).map(([pattern, [, options]]) => [pattern, [`${root}/scripts/mutating-transform.mjs`, options]]));
const config = { ...base, rootDir: root, transform, globalSetup: undefined, globalTeardown: undefined, reporters: [], testTimeout: 10_000 };

async function survives(mutant, spec) {
  const argv = { config: JSON.stringify({ ...config, globals: { mutant } }), _: [spec], $0: 'mutate', runInBand: true, silent: true, runTestsByPath: true, watchman: false };
  const { results } = await runCLI(argv, [root]);
  return results.numFailedTestSuites === 0 && results.numPassedTests > 0;
}

process.on('message', async ({ mutant, specs }) => {
  let alive = true;
  for (const spec of specs) alive &&= await survives(mutant, spec);
  process.send({ alive });
});
process.on('disconnect', () => {
  removeRunFolder();
  process.exit(0);
});
process.send('ready');
