import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { AppendReq, BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  /** Base64. */
  readonly data: string;
  readonly meta: string;
}

/** An event as both calls of the protocol that append bring it. */
export const proposed = (event: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed => ({
  id: event.getId()?.getString() ?? '',
  type: event.getMetadataMap().get('type') ?? '',
  contentType: event.getMetadataMap().get('content-type') ?? '',
  data: event.getData_asB64(),
  meta: event.getCustomMetadata_asB64(),
});

export interface Stored extends Proposed {
  readonly stream: string;
  readonly revision: number;
  /** Bytes before it in the log. */
  readonly position: bigint;
}

export type Expected = 'any' | 'no_stream' | number;

export type Decision =
  | { readonly kind: 'stored'; readonly revision: number; readonly position: bigint }
  | { readonly kind: 'wrong'; readonly actual: number };

export const NO_STREAM = -1;
const HEADER_BYTES = 100;
const OWN_EVERY = 4;

/**
 * The log of the double: one file of lines, read again when the process starts again. Between the events of clients it
 * writes some of its own, as the real server does.
 */
export class ServerLog {
  private readonly events: Stored[] = [];
  private readonly streams = new Map<string, Stored[]>();
  private readonly listeners = new Set<(event: Stored) => void>();
  private end = 0n;

  constructor(private readonly path: string) {
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
    for (const line of lines) this.place(JSON.parse(line) as Proposed & { stream: string });
    this.writeOwn('$server', '$ServerStarted');
  }

  /** Judges as the server does: the same ids at the same place are success with the old position, whatever they hold. */
  append(stream: string, expected: Expected, proposed: readonly Proposed[]): Decision {
    const stored = this.inStream(stream);
    const last = stored.length - 1;
    const at = expected === 'any' ? last : expected === 'no_stream' ? NO_STREAM : expected;
    if (at > last) return { kind: 'wrong', actual: last };
    if (at < last) return this.repeated(stored.slice(at + 1), proposed, last);
    const placed = proposed.map((event) => ({ stream, ...event }));
    appendFileSync(this.path, placed.map((event) => `${JSON.stringify(event)}\n`).join(''));
    const events = placed.map((event) => this.place(event));
    for (const event of events) for (const tell of this.listeners) tell(event);
    if (events.some(({ revision }) => revision % OWN_EVERY === 0)) this.writeOwn('$stats', '$statsCollected');
    return this.answer(events.at(-1));
  }

  private repeated(stored: readonly Stored[], proposed: readonly Proposed[], last: number): Decision {
    const same = proposed.every(({ id }, index) => stored[index]?.id === id);
    return same ? this.answer(stored[proposed.length - 1]) : { kind: 'wrong', actual: last };
  }

  private answer(last: Stored | undefined): Decision {
    if (last === undefined) throw new Error('an append without events');
    return { kind: 'stored', revision: last.revision, position: last.position };
  }

  inStream(stream: string): readonly Stored[] {
    return this.streams.get(stream) ?? [];
  }

  /** Up to so many events at or behind a position. */
  from(position: bigint, count: number): readonly Stored[] {
    const at = this.indexOf(position);
    return this.events.slice(at, at + count);
  }

  /** Up to so many events before a position, the last first. */
  before(position: bigint, count: number): readonly Stored[] {
    const at = this.indexOf(position);
    return this.events.slice(Math.max(0, at - count), at).toReversed();
  }

  /** Tells of every event that is written from now on. */
  listen(tell: (event: Stored) => void): () => void {
    this.listeners.add(tell);
    return () => this.listeners.delete(tell);
  }

  /** Of the first event at or behind a position. */
  private indexOf(position: bigint): number {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.position ?? 0n) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private writeOwn(stream: string, type: string): void {
    const event = { stream, id: crypto.randomUUID(), type, contentType: 'application/json', data: 'e30=', meta: '' };
    appendFileSync(this.path, `${JSON.stringify(event)}\n`);
    this.place(event);
  }

  private place(event: Proposed & { readonly stream: string }): Stored {
    const inStream = this.streams.get(event.stream) ?? [];
    const stored = { ...event, revision: inStream.length, position: this.end };
    inStream.push(stored);
    this.streams.set(event.stream, inStream);
    this.events.push(stored);
    this.end += BigInt(HEADER_BYTES + event.data.length + event.meta.length);
    return stored;
  }
}
