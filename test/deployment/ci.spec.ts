import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { temporaryFolder } from '#test/support/temporary-folder';

/** `.ci/run` over programs that only pretend; the tests of the checkout say what is given here, and end so. */
function ran(tests: { readonly says: string; readonly status: number }) {
  const folder = temporaryFolder();
  const program = (file: string, text: string): void => {
    mkdirSync(dirname(folder.file(file)), { recursive: true });
    writeFileSync(folder.file(file), `#!/usr/bin/env bash\n${text}\n`);
    chmodSync(folder.file(file), 0o755);
  };
  mkdirSync(folder.file('.ci'));
  cpSync('.ci/run', folder.file('.ci/run'));
  program('bin/npm', `[ "$1" = test ] || exit 0; echo '${tests.says}'; exit ${tests.status}`);
  program('bin/git', 'exit 0');
  program('bin/curl', `[ -s '${folder.file('pid')}' ] && echo '{"live":true}'`);
  program('bin/node', '[ "$1" != -e ] || echo 1');
  program('bin/npx', `shift 2; '${folder.file('node_modules/.bin/node')}' "$@"`);
  program('node_modules/.bin/node', `echo $$ > '${folder.file('pid')}'; exec tail -f /dev/null >/dev/null 2>&1`);
  const { stdout, status } = spawnSync(folder.file('.ci/run'), { encoding: 'utf8', env: { ...process.env, PATH: `${folder.file('bin')}:${process.env['PATH']}` } });
  const server = Number(readFileSync(folder.file('pid'), 'utf8'));
  const isLeft = existsSync(`/proc/${server}`);
  if (isLeft) process.kill(server);
  folder.remove();
  return { last: stdout.trimEnd().split('\n').at(-1), status, isLeft };
}

describe('.ci/run', () => {
  it('counts its steps, and each test in the place of theirs', () => {
    expect(ran({ says: '40 passed, 0 failed, 2 skipped', status: 0 })).toEqual({ last: '46 passed, 0 failed', status: 0, isLeft: false });
    expect(ran({ says: '40 passed, 3 failed', status: 1 })).toEqual({ last: '46 passed, 3 failed', status: 1, isLeft: false });
  });

  it('fails where the tests end badly though none failed, or end without counting', () => {
    expect(ran({ says: '40 passed, 0 failed', status: 1 })).toEqual({ last: '46 passed, 1 failed', status: 1, isLeft: false });
    expect(ran({ says: 'nothing', status: 0 })).toEqual({ last: '6 passed, 1 failed', status: 1, isLeft: false });
  });
});
