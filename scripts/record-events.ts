// Adds recorded events for every type and version that has none, from the story in test/recorded-events. What is recorded
// is never touched: a stream that is there stays as it is, so a new type must be told in a stream of its own.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { categoryOf } from '#libs/event-sourcing/event';
import { EVENT_TYPES, versionsOf } from '#libs/record/event-schemas';
import type { StoredEvent } from '#libs/proof/hash-chain';
import { FOLDER, HEADS, type Heads, headsOf, kindOf, readRecorded } from '#test/recorded-events/recorded';
import { tellStory } from '#test/recorded-events/story';

const recorded = readRecorded();
const streams = new Set(recorded.map(({ stream }) => stream));
const missing = new Set(EVENT_TYPES.map((type) => `${type} v${versionsOf(type).length}`).filter((kind) => !recorded.some((line) => kindOf(line) === kind)));

const told = Map.groupBy(await tellStory(), ({ stream }) => stream);
const added: StoredEvent[] = [];
for (const [stream, events] of told) {
  if (streams.has(stream) || !events.some((event) => missing.has(kindOf(event)))) continue;
  for (const event of events) missing.delete(kindOf(event));
  added.push(...events.map(({ revision, id, type, dataText, metaText }) => ({ stream, revision, id, type, dataText, metaText })));
}

for (const line of added) appendFileSync(`${FOLDER}/${categoryOf(line.stream)}.ndjson`, `${JSON.stringify(line)}\n`);
const kept = existsSync(HEADS) ? (JSON.parse(readFileSync(HEADS, 'utf8')) as Heads) : {};
const heads = Object.entries({ ...kept, ...headsOf(added) }).map(([stream, head]) => `  ${JSON.stringify(stream)}: ${JSON.stringify(head)}`);
if (added.length > 0) writeFileSync(HEADS, `{\n${heads.join(',\n')}\n}\n`);

console.log(`recorded events: ${recorded.length} kept, ${added.length} added`);
for (const kind of missing) console.log(`✗ ${kind}: no stream of the story that is not yet recorded brings it`);
process.exit(missing.size > 0 ? 1 : 0);
