// The schemas of the events, from their types, and the members that leave the house: `schemas` writes what is new or only
// adds, `schemas --check` says what differs. A version that was published is never broken, and loses nothing that others
// receive: neither against the file, nor against the commit this work started from.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import generators from 'ts-json-schema-generator';
import { EVENT_TYPES, type EventSchema, versionsOf } from '#libs/record/event-schemas';
import { type ReleasedMembers, releasedMembers, withdrawnMembers } from '#libs/record/released-members';
import type { JsonSchema } from '#libs/record/schema-changes';
import { schemaDrift, type Schemas } from '#libs/record/schema-drift';
import { kindOf, readRecorded } from '#test/recorded-events/recorded';

const FOLDER = 'libs/record/event-schemas';
const RELEASED = 'libs/record/released-members.json';
const recorded = readRecorded();
const checking = process.argv.includes('--check');

const generator = generators.createGenerator({
  path: 'libs/*/*.events.ts', tsconfig: 'tsconfig.json', type: '*', expose: 'none', topRef: false, skipTypeCheck: true, sortProps: false,
});

/** The Chinese name is what the doc comment of the type begins with. */
function titleOf(type: string, description: string): string {
  const [title] = description.match(/^[\p{Script=Han}·()、]+/u) ?? [];
  if (title === undefined) throw new Error(`${type}: the doc comment of its type does not begin with its Chinese name`);
  return title;
}

function generate(type: string, version: number): EventSchema {
  const { properties, description = '', $schema = '' } = generator.createSchema(type) as JsonSchema & { readonly $schema?: string };
  if (properties?.['type']?.const !== type) throw new Error(`${type}: the type of this name is not the fact of this name`);
  const { description: _inner, ...data } = properties['data'] ?? {};
  const examples = recorded.filter((line) => kindOf(line) === `${type} v${version}`).slice(0, 1).map(({ dataText }) => JSON.parse(dataText) as object);
  return { $schema, $id: `urn:dudao:event:${type}:v${version}`, title: titleOf(type, description), description, ...data, examples };
}

const git = (...args: readonly string[]) => {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};

const nameOf = (file: string): string => basename(file, '.json').replace('.', ' ');
const fileOf = (name: string): string => `${FOLDER}/${name.replace(' ', '.')}.json`;

/** The commit this work started from. */
const base = git('merge-base', 'HEAD^', 'main') ?? git('merge-base', 'HEAD^', 'origin/main') ?? git('rev-parse', 'HEAD^') ?? 'HEAD';

/** The schemas that have changed since, as they were; none where git does not say. */
function changedSinceStart(): Schemas {
  const files = git('diff', '--name-only', '--no-renames', '--diff-filter=MD', base, '--', FOLDER)?.split('\n') ?? [];
  return new Map(files.filter(Boolean).map((file) => [nameOf(file), git('show', `${base}:${file}`) ?? '']));
}

const generated = new Map(EVENT_TYPES.map((type) => {
  const version = versionsOf(type).length;
  return [`${type} v${version}`, `${JSON.stringify(generate(type, version), null, 2)}\n`];
}));
const kept = new Map(globSync(`${FOLDER}/*.json`).sort().map((file) => [nameOf(file), readFileSync(file, 'utf8')]));
const known = new Set(EVENT_TYPES.flatMap((type) => versionsOf(type).map((version) => `${type} v${version}`)));
const { broken, unmatched, stale } = schemaDrift({ generated, kept, published: changedSinceStart(), known });

const leaving = releasedMembers();
const releasedText = `${JSON.stringify(leaving, null, 2)}\n`;
const releasedKept = readFileSync(RELEASED, 'utf8');
const members = (text: string): ReleasedMembers => JSON.parse(text) as ReleasedMembers;
const withdrawn = [...new Set([releasedKept, git('show', `${base}:${RELEASED}`) ?? '{}'].flatMap((text) => withdrawnMembers(members(text), leaving)))];

const isSound = broken.length + withdrawn.length === 0;
const written = checking || !isSound ? [] : stale;
for (const name of written) writeFileSync(fileOf(name), generated.get(name) ?? '');
if (!checking && isSound) writeFileSync(RELEASED, releasedText);
const unwritten = checking ? stale.map((name) => `${name}: ${kept.has(name) ? 'differs from its type' : 'there is none yet'}; run npm run schemas`) : [];
const unsaid = checking && withdrawn.length === 0 && releasedKept !== releasedText ? [`${RELEASED}: differs from the *.feed.ts; run npm run schemas`] : [];
const faults = [...broken, ...withdrawn, ...unmatched, ...unwritten, ...unsaid];
for (const fault of faults) console.log(`✗ ${fault}`);
if (!isSound) console.log('A published version may only be added to. Give the type a new version: an upcaster in libs/record/record.ts, then npm run schemas.');
console.log(`schemas: ${EVENT_TYPES.length} event types, ${kept.size} schemas kept, ${written.length} written, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
