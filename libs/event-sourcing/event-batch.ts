import type { NewEvent, Revision } from '#libs/event-sourcing/event';
import { EventTooLarge, type Expected, MAX_EVENT_BYTES } from '#libs/event-sourcing/event-store';

export interface StoredText {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly meta: string;
}

/** An append as it will be stored: later changes to the objects it was made of do not reach it. */
export interface Batch {
  readonly stream: string;
  readonly expected: Expected;
  /** Revision of its first event. */
  readonly first: Revision;
  readonly events: readonly StoredText[];
}

/** @throws EventTooLarge, RangeError for an append that no store could keep as it is */
export function prepareBatch(stream: string, expected: Expected, events: readonly NewEvent[]): Batch {
  if (events.length === 0) throw new RangeError(`stream ${stream}: an empty batch`);
  assertStorable(stream);
  return { stream, expected, first: firstRevision(expected), events: events.map((event) => storedText(stream, event)) };
}

function firstRevision(expected: Expected): Revision {
  if (expected === 'no_stream') return 0;
  if (!Number.isSafeInteger(expected) || expected < 0) throw new RangeError(`${expected} is no revision`);
  return expected + 1;
}

const MOST_BYTES_A_CHARACTER = 3;

function storedText(stream: string, { id, type, data, meta, dataText = JSON.stringify(data), metaText = JSON.stringify(meta) }: NewEvent): StoredText {
  assertStorable(id);
  assertStorable(type);
  const text = { id, type, data: dataText, meta: metaText };
  // No character of a text has more than three bytes: most events are seen to fit without counting them.
  if (MOST_BYTES_A_CHARACTER * (text.data.length + text.meta.length) <= MAX_EVENT_BYTES) return text;
  const bytes = Buffer.byteLength(text.data) + Buffer.byteLength(text.meta);
  if (bytes > MAX_EVENT_BYTES) throw new EventTooLarge(stream, bytes);
  return text;
}

/** Names are stored raw. JSON escapes what UTF-8 cannot carry; a name has no escapes. */
function assertStorable(name: string): void {
  if (name === '' || name.includes('\0') || !name.isWellFormed()) {
    throw new RangeError(`${JSON.stringify(name)} cannot name a stream, an event or a type`);
  }
}
