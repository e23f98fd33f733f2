import { createHash } from 'node:crypto';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { EventReader, EventStore, Page } from '#libs/event-sourcing/event-store';

/** The log that was to become a copy holds something else. */
export class NotACopy extends Error {
  constructor({ stream, revision }: Pick<RecordedEvent, 'stream' | 'revision'>) {
    super(`${stream}@${revision} is not in both logs at the same place: the target is no copy of the source`);
    this.name = 'NotACopy';
  }
}

const PAGE = 500;
/** Greatest number of bytes in one append; any store takes 1 MiB. */
const BATCH_BYTES = 512 * 1024;

/**
 * Copies a log into another store: the same ids, revisions, bytes and order, other positions. What is there already is
 * compared, so that one that was stopped goes on where it stood. Nobody else may write either log meanwhile.
 * @throws NotACopy
 */
export async function copyLog(from: EventReader, to: EventStore, onPage: (events: number) => void = () => undefined): Promise<number> {
  const standing = eventsOf(to);
  let known = await standing.next();
  let events = 0;
  for await (const page of pagesOf(from)) {
    const missing: RecordedEvent[] = [];
    for (const event of page.events) {
      if (known.done === true) {
        missing.push(event);
        continue;
      }
      if (textOf(known.value) !== textOf(event)) throw new NotACopy(known.value);
      known = await standing.next();
    }
    for (const batch of batchesOf(missing)) await append(to, batch);
    events += page.events.length;
    onPage(events);
  }
  if (known.done !== true) throw new NotACopy(known.value);
  return events;
}

/** What a stream comes to. */
interface Sum {
  readonly events: number;
  /** Hash of the last event in the chain of the stream. */
  readonly lastHash: string;
  /** Over everything that is stored. */
  readonly digest: string;
}

/** Reads both logs from end to end and names the streams that differ in their number of events, their last hash or their bytes. */
export async function differingStreams(one: EventReader, other: EventReader): Promise<{ readonly streams: number; readonly differing: readonly string[] }> {
  const [sums, others] = [await sumsOf(one), await sumsOf(other)];
  const streams = [...new Set([...sums.keys(), ...others.keys()])].sort();
  return { streams: streams.length, differing: streams.filter((stream) => JSON.stringify(sums.get(stream)) !== JSON.stringify(others.get(stream))) };
}

async function sumsOf(log: EventReader): Promise<ReadonlyMap<string, Sum>> {
  const sums = new Map<string, Sum>();
  for await (const event of eventsOf(log)) {
    const { events, digest } = sums.get(event.stream) ?? { events: 0, digest: '' };
    sums.set(event.stream, { events: events + 1, lastHash: event.meta.hash, digest: createHash('sha256').update(digest + textOf(event)).digest('hex') });
  }
  return sums;
}

/** Everything of an event that a copy keeps. */
const textOf = ({ stream, revision, id, type, dataText, metaText }: RecordedEvent): string => JSON.stringify([stream, revision, id, type, dataText, metaText]);

async function* pagesOf(log: EventReader): AsyncGenerator<Page, void> {
  let after: string | undefined;
  for (;;) {
    const page = await log.readAll({ after, max: PAGE });
    yield page;
    if (page.atHead) return;
    after = page.scannedTo;
  }
}

async function* eventsOf(log: EventReader): AsyncGenerator<RecordedEvent, void> {
  for await (const { events } of pagesOf(log)) yield* events;
}

/** Neighbours of one stream go together; the order of the log stays. */
function batchesOf(events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] {
  const batches: RecordedEvent[][] = [];
  let bytes = 0;
  for (const event of events) {
    const size = Buffer.byteLength(event.dataText) + Buffer.byteLength(event.metaText);
    const last = batches.at(-1);
    if (last?.at(-1)?.stream === event.stream && bytes + size <= BATCH_BYTES) last.push(event);
    else batches.push([event]);
    bytes = batches.at(-1)?.length === 1 ? size : bytes + size;
  }
  return batches;
}

async function append(to: EventStore, batch: readonly RecordedEvent[]): Promise<void> {
  const [first] = batch;
  if (first === undefined) return;
  const events = batch.map(({ id, type, data, meta }) => ({ id, type, data, meta }));
  await to.append(first.stream, first.revision === 0 ? 'no_stream' : first.revision - 1, events);
}
