// From the text to the code to the tests: one line a rule of the Measures, then a count. It fails where a refusal names no rule
// of the Measures or no test, or where rules are not listed in the record. `--complete` fails also where a rule is missing.
import { globSync, readFileSync } from 'node:fs';
import { REFUSALS } from '#libs/record/refusals';
import { levelsMissing, RULE_TRACE, type TracedRule } from '#libs/record/rule-trace';
import { catalogueRule } from '#libs/regulation/rules-catalogue';

const read = (pattern: string): ReadonlyMap<string, string> => new Map(globSync(pattern).sort().map((file) => [file, readFileSync(file, 'utf8')]));
const sources = new Map([...read('libs/**/*.rules.ts'), ...read('libs/**/*.events.ts'), ...read('libs/regulation/*.ts')]);
const specs = new Map([...read('libs/**/*.spec.ts'), ...read('apps/**/*.spec.ts'), ...read('test/**/*.spec.ts'), ...read('test/**/*.story.ts')]);

const KEPT = { H: 'enforced', T: 'timed', F: 'flagged', P: 'parameter', N: 'supported' } as const;
const isNamedIn = (name: string, text: string): boolean => new RegExp(`(?<!\\w)${RegExp.escape(name)}(?![\\w(-])`).test(text);
const placeOf = (name: string, written: string): string => `${[...sources].find(([file, text]) => !file.endsWith('.spec.ts') && text.includes(written))?.[0] ?? ''}:${name}`;

const placesOf = ({ id, refusals, events, parameters, support }: TracedRule): readonly string[] => [
  ...refusals.map(({ name }) => placeOf(name, `  ${name}: {`)),
  ...events.map((type) => placeOf(type, `'${type}',`)),
  ...parameters.map((name) => placeOf(name, `'${name}': `)),
  ...(support === undefined ? [] : [placeOf(id, `'${id}': '`)]),
];

/** A test names a rule by its id, or by the refusal that stands for it; one that nothing refuses, by its fact or parameter. */
function testsOf({ id, refusals, events, parameters }: TracedRule): readonly string[] {
  const names = refusals.length > 0 ? [id, ...refusals.map(({ name }) => name)] : [id, ...events, ...parameters];
  return [...specs].filter(([, text]) => names.some((name) => isNamedIn(name, text))).map(([file]) => file);
}

const counts = { enforced: 0, timed: 0, flagged: 0, parameter: 0, supported: 0, missing: 0 };
for (const rule of RULE_TRACE) {
  const [places, tests, missing] = [placesOf(rule), testsOf(rule), levelsMissing(rule)];
  const isMissing = missing.length > 0 || tests.length === 0;
  const level = rule.levels[0] ?? 'N';
  counts[isMissing ? 'missing' : KEPT[level]] += 1;
  const why = isMissing ? `MISSING ${[...missing.map((each) => `level ${each}`), ...(tests.length === 0 ? ['test'] : [])].join(', ')}  ` : '';
  console.log(`${rule.id.padEnd(12)} ${rule.article.padEnd(6)} ${rule.levels.join('/').padEnd(4)} ${why}${places.join(' ')} | tests: ${tests.join(' ')}`);
}

const allSpecs = [...specs.values()].join('\n');
const listed = new Set(REFUSALS.map(({ name }) => name));
const problems = [
  ...REFUSALS.filter(({ id }) => catalogueRule(id) === undefined && !/^b\.\d+a?$/.test(id)).map(({ name, id }) => `${name} names ${id}, which is no rule of the Measures`),
  ...REFUSALS.filter(({ name }) => !isNamedIn(name, allSpecs)).map(({ name, id }) => `no test names ${name} (${id})`),
  ...[...read('libs/**/*.rules.ts')].flatMap(([file, text]) =>
    [...text.matchAll(/^ {2}(\w+): \{/gm)].filter(([, name = '']) => !listed.has(name)).map(([, name]) => `${file}: ${name} is not in libs/record/refusals.ts`),
  ),
];
for (const problem of problems) console.log(`✗ ${problem}`);
const { enforced, timed, flagged, parameter, supported, missing } = counts;
console.log(`rules: ${RULE_TRACE.length}, enforced ${enforced}, timed ${timed}, flagged ${flagged}, parameters ${parameter}, supported ${supported}, missing ${missing}`);
process.exit(problems.length > 0 || (missing > 0 && process.argv.includes('--complete')) ? 1 : 0);
