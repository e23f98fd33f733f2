import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that the specs of one run share: see test/support/once-a-run.ts. */
export default () => {
  process.env.RUN_FOLDER = mkdtempSync(join(tmpdir(), 'run-'));
};
