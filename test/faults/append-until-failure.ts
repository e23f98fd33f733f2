import { SqliteEventStore } from '#libs/sqlite/event-store';
import { newEvent } from '#test/support/new-event';

const NEIGHBOURS = ['lane-0', 'lane-1', 'lane-2'];
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : String(error));

/** Without a handler the system ends a process that writes past its file limit; with one the write fails. */
process.on('SIGXFSZ', () => undefined);

let told = 0;
const store = await SqliteEventStore.open(process.argv[2] ?? '', { onFailure: () => (told += 1) });
const follower = (async () => {
  for await (const page of store.subscribe({ signal: new AbortController().signal })) if (page.events.length === 0) return;
})().catch((error: unknown) => nameOf(error));

for (let round = 0; told === 0; round += 1) {
  const event = () => newEvent({ data: { round, text: 'x'.repeat(2_000) } });
  const appends = NEIGHBOURS.map((stream) => store.append(stream, round === 0 ? 'no_stream' : round - 1, [event()]));
  const outcomes = await Promise.allSettled(appends);
  const answers = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'stored' : nameOf(outcome.reason)));
  process.stdout.write(`${answers.join(' ')}\n`);
}
const after = await store.append('lane-0', 'no_stream', [newEvent()]).catch(nameOf);
process.stdout.write(`told ${told}, then ${String(after)}, followers ${String(await follower)}\n`);
await store.close();
process.exit(0);
