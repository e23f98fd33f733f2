import 'reflect-metadata';
import { asked } from '#apps/cli/src/asked';
import { print, Usage } from '#apps/cli/src/output';
import { BadSettings } from '#libs/stores/settings-table';

/** sysexits.h: EX_CONFIG */
const EXIT_CONFIG = 78;

async function run(): Promise<number> {
  const found = asked(process.argv.slice(2), process.env);
  if (typeof found === 'string') {
    process.stdout.write(found);
    return 0;
  }
  const { command, words, options, json } = found;
  const answer = await command.run(words, options);
  print(answer, json);
  return answer.ok ? 0 : 1;
}

// Whoever reads only the first lines closes the pipe: that is no failure.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Usage ? 2 : error instanceof BadSettings ? EXIT_CONFIG : 1;
}
