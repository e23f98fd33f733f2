// Plays histories by chance over the whole record and holds it to the invariants: npm run properties -- --histories 10000 [--seed 1]
// History n is that of the seed plus n, so that one which fails is played again by its own seed.
import { parseArgs } from 'node:util';
import { EVENT_TYPES } from '#libs/record/event-schemas';
import { nothingSeen, playHistory, scriptOf, shrunk } from '#test/properties/run-history';
import { Beginnings } from '#test/properties/staffed-record';

const { values } = parseArgs({ options: { histories: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } });
const [histories, first] = [Number(values.histories), Number(values.seed)];
const seen = nothingSeen();
const beginnings = await Beginnings.made();
const begun = Date.now();
let failed = 0;

const table = (name: string, counts: ReadonlyMap<string, number>): void => {
  console.log(`\n${name}`);
  for (const [what, times] of [...counts].sort((one, other) => other[1] - one[1])) console.log(`${String(times).padStart(8)}  ${what}`);
};

for (let seed = first; seed < first + histories; seed += 1) {
  try {
    await playHistory(scriptOf(seed), beginnings, seen);
  } catch (error) {
    failed += 1;
    console.log(`\n✗ history of seed ${seed}: ${String((error as Error).message).split('\n')[0]}\n${await shrunk(seed, beginnings)}\nagain: npm run properties -- --histories 1 --seed ${seed}\n`);
  }
  const done = seed - first + 1;
  if (done % 100 === 0) console.log(`${done} histories, ${failed} failed, ${Math.round((Date.now() - begun) / 1000)} s`);
}
beginnings.remove();
table('events', seen.events);
table('refusals', seen.refusals);
table('faults', seen.faults);
console.log(`\nnever recorded: ${EVENT_TYPES.filter((type) => !seen.events.has(type)).join(' ') || 'none'}`);
console.log(`${histories} histories, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
