import { writeSync } from 'node:fs';
import type { EventStore, Expected } from '#libs/event-sourcing/event-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { newEvent } from '#test/support/new-event';

const LANES = 8;

/** Appends batches of one to five events to one stream and prints each that was acknowledged: `stream first last`. */
async function appendForEver(store: EventStore, run: string, stream: string): Promise<never> {
  let expected: Expected = 'no_stream';
  for await (const last of store.readStream(stream, { backwards: true, max: 1 })) expected = last.revision;
  for (let round = 0; ; round += 1) {
    const batch = `${run}.${stream}.${round}`;
    const size = 1 + (round % 5);
    const events = Array.from({ length: size }, (_, index) =>
      newEvent({ id: `${batch}.${index}`, data: { batch, index, size, text: '督'.repeat(round % 900) } }),
    );
    const { revision } = await store.append(stream, expected, events);
    writeSync(1, `${stream} ${revision - size + 1} ${revision} ${batch}\n`);
    expected = revision;
  }
}

const [path = '', run = ''] = process.argv.slice(2);
const store = await SqliteEventStore.open(path);
await Promise.all(Array.from({ length: LANES }, (_, lane) => appendForEver(store, run, `lane-${lane}`)));
