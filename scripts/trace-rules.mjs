// From the text to the code: every rule id that the code names is one of the Measures
// (else it fails); a refusal that no test names is told.
import { globSync, readFileSync } from 'node:fs';

const catalogue = JSON.parse(readFileSync('libs/regulation/rules-catalogue.json', 'utf8'));
const known = new Map((catalogue.rules ?? catalogue).map((rule) => [rule.id, rule]));
const specs = globSync('{libs,apps,test}/**/*.spec.ts').map((file) => readFileSync(file, 'utf8')).join('\n');

const enforced = new Map();
const unknown = [];
const untested = [];
for (const file of globSync('libs/**/*.rules.ts').sort()) {
  for (const [, name, id] of readFileSync(file, 'utf8').matchAll(/(\w+): \{\s*id: '([^']+)'/g)) {
    if (!known.has(id)) unknown.push(`${file}: ${name} names ${id}, which is no rule of the Measures`);
    if (!new RegExp(`\\b${name}\\b`).test(specs)) untested.push(`${file}: no test names ${name} (${id})`);
    enforced.set(id, [...(enforced.get(id) ?? []), `${file}:${name}`]);
  }
}
for (const [id, places] of [...enforced].sort()) console.log(`${id.padEnd(12)} ${known.get(id)?.article ?? ''}  ${places.join(' ')}`);
for (const problem of [...unknown, ...untested]) console.log(`✗ ${problem}`);
console.log(`rules: ${known.size}, refused by code ${enforced.size}, named refusals without a test ${untested.length}`);
process.exit(unknown.length > 0 ? 1 : 0);
