import { createHash } from 'node:crypto';

import type { Unlinked } from '#libs/event-sourcing/envelope';
import type { EventMeta, NewEvent, RecordedEvent, Revision } from '#libs/event-sourcing/event';
import { UnreadableEvent } from '#libs/event-sourcing/event-store';
import { lengthPrefixed } from '#libs/proof/length-prefix';

/** Stands for the hash before the first event of a stream. */
export const GENESIS = '0'.repeat(64);

const FORMAT = 'dudao/ev/1';

export interface HashedEvent {
  readonly stream: string;
  readonly revision: Revision;
  readonly id: string;
  readonly type: string;
  /** The metadata as JSON without its last member, the hash; schema version and previous hash are in it. */
  readonly metaWithoutHashText: string;
  readonly dataText: string;
}

/** SHA-256 in hex over the length-prefixed parts of an event, texts as stored. */
export function eventHash({ stream, revision, id, type, metaWithoutHashText, dataText }: HashedEvent): string {
  const bytes = lengthPrefixed(FORMAT, stream, String(revision), id, type, metaWithoutHashText, dataText);
  return createHash('sha256').update(bytes).digest('hex');
}

/** Completes an event with the hash before it and its own. The same input gives the same bytes, so a retry is the same write. */
export function link(stream: string, revision: Revision, prevHash: string | undefined, event: Unlinked): NewEvent {
  const meta = { ...event.meta, prevHash: prevHash ?? GENESIS };
  const metaWithoutHashText = JSON.stringify(meta);
  const dataText = JSON.stringify(event.data);
  const hash = eventHash({ stream, revision, id: event.id, type: event.type, metaWithoutHashText, dataText });
  return { ...event, meta: { ...meta, hash }, dataText, metaText: `${metaWithoutHashText.slice(0, -1)}${hashMember(hash)}` };
}

/** What the chain is computed from: a row of the store, before anything is parsed. */
export type StoredEvent = Pick<RecordedEvent, 'stream' | 'revision' | 'id' | 'type' | 'dataText' | 'metaText'>;

/** What can be wrong with a stored event. */
export const CHAIN_FAULTS = {
  GAP: '版本号不连续:有事件缺失、重复或顺序被调换',
  NOT_JSON: '内容或元数据不是 JSON',
  META_NOT_CANONICAL: '元数据不是写入时的形式',
  BROKEN_LINK: '与前一事件的哈希不衔接',
  WRONG_HASH: '内容与其哈希不符',
} as const;
export type ChainFault = keyof typeof CHAIN_FAULTS;

export interface BadEvent {
  readonly stream: string;
  readonly revision: Revision;
  readonly reason: ChainFault;
  readonly sentence: string;
}

export interface ChainReport {
  readonly ok: boolean;
  /** Events found good before the walk ended. */
  readonly events: number;
  readonly streams: number;
  /** The first bad event met; the walk ends there. */
  readonly bad?: BadEvent;
}

interface Head {
  readonly revision: Revision;
  readonly hash: string;
}

const BEFORE_FIRST: Head = { revision: -1, hash: GENESIS };

/**
 * Walks the events of one stream, or of several, each stream from its first event in order.
 *
 * A chain proves the past of what is there. It does not know what should be there: events cut off at the end of a
 * stream, a whole stream removed, or a stream rewritten from some event to its end by someone who can compute hashes,
 * are seen only beside a copy of the heads kept elsewhere.
 */
export function verifyStream(events: AsyncIterable<StoredEvent> | Iterable<StoredEvent>): Promise<ChainReport> {
  return verifyStore(onePage(events));
}

async function* onePage(events: AsyncIterable<StoredEvent> | Iterable<StoredEvent>) {
  for await (const event of events) yield { events: [event] };
}

/** Walks the pages of a whole store, in its order. The limits are those of {@link verifyStream}. */
export async function verifyStore(pages: AsyncIterable<{ readonly events: readonly StoredEvent[] }>): Promise<ChainReport> {
  const heads = new Map<string, Head>();
  const bad = await firstBad(pages, heads).catch((error: unknown) => {
    if (error instanceof UnreadableEvent) return badEvent(error, 'NOT_JSON');
    throw error;
  });
  const events = [...heads.values()].reduce((sum, { revision }) => sum + revision + 1, 0);
  return { ok: bad === undefined, events, streams: heads.size, ...(bad !== undefined && { bad }) };
}

async function firstBad(pages: AsyncIterable<{ readonly events: readonly StoredEvent[] }>, heads: Map<string, Head>): Promise<BadEvent | undefined> {
  for await (const page of pages) {
    for (const event of page.events) {
      const next = follow(heads.get(event.stream) ?? BEFORE_FIRST, event);
      if (typeof next === 'string') return badEvent(event, next);
      heads.set(event.stream, next);
    }
  }
  return undefined;
}

const badEvent = ({ stream, revision }: Pick<StoredEvent, 'stream' | 'revision'>, reason: ChainFault): BadEvent => ({ stream, revision, reason, sentence: CHAIN_FAULTS[reason] });

function follow(head: Head, event: StoredEvent): Head | ChainFault {
  if (event.revision !== head.revision + 1) return 'GAP';
  const meta = canonicalMeta(event.metaText);
  if (meta === undefined) return 'META_NOT_CANONICAL';
  if (meta.prevHash !== head.hash) return 'BROKEN_LINK';
  const metaWithoutHashText = `${event.metaText.slice(0, -hashMember(meta.hash).length)}}`;
  if (eventHash({ ...event, metaWithoutHashText }) !== meta.hash) return 'WRONG_HASH';
  return { revision: event.revision, hash: meta.hash };
}

const hashMember = (hash: string): string => `,"hash":"${hash}"}`;

/** The metadata, when the text is exactly what was written for it and the hash comes last. */
function canonicalMeta(text: string): Pick<EventMeta, 'prevHash' | 'hash'> | undefined {
  try {
    const meta = JSON.parse(text) as EventMeta | null;
    const canonical = JSON.stringify(meta) === text && text.endsWith(hashMember(String(meta?.hash)));
    return canonical && meta !== null ? meta : undefined;
  } catch {
    return undefined;
  }
}
