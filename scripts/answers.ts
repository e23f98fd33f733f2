// The schemas of the answers, from their types: `answers` writes them, `answers --check` says whether they differ.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import generators from 'ts-json-schema-generator';

const FILE = 'apps/server/src/http/answers.json';
const config = { path: 'apps/server/src/http/answers.ts', tsconfig: 'tsconfig.json', type: '*', expose: 'export', topRef: false, skipTypeCheck: true, sortProps: false } as const;

interface Schema {
  readonly properties?: Readonly<Record<string, object>>;
  readonly definitions?: Readonly<Record<string, object>>;
}

/** `Past<Case>` is a name of no component: `PastCase` is. */
const componentName = (name: string): string => decodeURIComponent(name).replaceAll(/[^\w.-]/g, '');
const renamed = (text: string): string => text.replaceAll(/"#\/definitions\/([^"]+)"/g, (_reference, name: string) => JSON.stringify(`#/components/schemas/${componentName(name)}`));

const generator = generators.createGenerator(config);
const { properties = {}, definitions = {} } = generator.createSchema('Answers') as Schema;
const common = (generator.createSchema('CommonAnswers') as Schema).definitions ?? {};
const schemas = Object.fromEntries(Object.entries({ ...definitions, ...common }).map(([name, schema]) => [componentName(name), schema]).sort());
const current = `${renamed(JSON.stringify({ operations: properties, schemas }, null, 1))}\n`;

const isStale = !existsSync(FILE) || readFileSync(FILE, 'utf8') !== current;
if (isStale && process.argv.includes('--check')) {
  console.log(`✗ ${FILE} differs from the types of the answers; run npm run answers`);
  process.exit(1);
}
if (isStale) writeFileSync(FILE, current);
console.log(`answers: ${Object.keys(properties).length} queries, ${Object.keys(schemas).length} schemas, ${isStale ? 'written' : 'unchanged'}`);
