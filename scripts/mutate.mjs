// Mutation testing of the decisions: npm run mutate [-- libs/cases …]. Every change of scripts/mutants.mjs to every *.decide.ts and
// *.guards.ts (and to access/policy.ts) must be noticed by a spec of its capability, or over HTTP. Prints the survivors, a line a file, and the score.
import { fork } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import { mutantsOf } from './mutants.mjs';

const LIMIT = 0.9;
/** A process that has loaded the specs so often is slow with what it cannot forget. */
const PER_WORKER = 20;
const FILES = ['libs/**/*.decide.ts', 'libs/**/*.guards.ts', 'libs/access/policy.ts'];
const asked = process.argv.slice(2);

const subjectOf = (file) => basename(file).split('.')[0];
const specs = globSync(['libs/*/*.spec.ts', 'apps/server/src/*/*.spec.ts']);
const within = (folder) => specs.filter((spec) => dirname(spec) === folder);
/** Specs of the same subject, then of the capability (properties of other subjects cost too much), then those that reach it over HTTP. */
function specsFor(file) {
  const capability = within(dirname(file));
  const own = capability.filter((spec) => subjectOf(spec) === subjectOf(file));
  const others = capability.filter((spec) => !own.includes(spec) && !spec.includes('.property.'));
  return [...own, ...others, ...within(`apps/server/src/${basename(dirname(file))}`)];
}

const files = globSync(FILES).sort().filter((file) => asked.length === 0 || asked.some((each) => file.startsWith(each)));
const waiting = files.flatMap((file) => mutantsOf(file, readFileSync(file, 'utf8')));
const total = waiting.length;
const survivors = [];
const begun = Date.now();
let done = 0;

function report(mutant, alive) {
  done += 1;
  if (alive) {
    survivors.push(mutant);
    console.log(`survived ${mutant.file}:${mutant.line}:${mutant.column} ${mutant.meaning}: ${mutant.was} → ${mutant.replacement}`);
  }
  if (done % 25 === 0) console.log(`${done}/${total}, ${survivors.length} survived, ${Math.round(((Date.now() - begun) / done) * (total - done) / 60_000)} min left`);
}

/** One process runs mutants until it has grown old, then another takes its place. */
const turn = () =>
  new Promise((resolve, reject) => {
    const worker = fork('scripts/mutate-worker.mjs', { execArgv: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'] });
    let mutant;
    let left = PER_WORKER;
    const next = () => {
      mutant = left-- > 0 ? waiting.shift() : undefined;
      if (mutant === undefined) worker.disconnect();
      else worker.send({ mutant, specs: specsFor(mutant.file) });
    };
    worker.on('message', (message) => {
      if (message !== 'ready') report(mutant, message.alive);
      next();
    });
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the worker ended with ${code} at ${JSON.stringify(mutant)}`))));
  });

const lane = async () => {
  while (waiting.length > 0) await turn();
};
await Promise.all(Array.from({ length: Number(process.env.WORKERS ?? availableParallelism()) }, lane));

for (const file of files) {
  const [of, alive] = [mutantsOf(file, readFileSync(file, 'utf8')).length, survivors.filter((each) => each.file === file).length];
  console.log(`${file.padEnd(52)} ${of - alive}/${of}`);
}
const score = total === 0 ? 1 : (total - survivors.length) / total;
console.log(`mutants ${total}, killed ${total - survivors.length}, score ${(score * 100).toFixed(1)} % (≥ ${LIMIT * 100} %)`);
process.exit(score >= LIMIT ? 0 : 1);
