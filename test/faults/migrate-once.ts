import { migrate } from '#apps/cli/src/migrate';

/** Migrates the log of its environment from the first argument to the second; prints what was found. */
const [from, to] = process.argv.slice(2);
const { lines } = await migrate(process.env, from, to);
process.stdout.write(`${lines.join('\n')}\n`);
