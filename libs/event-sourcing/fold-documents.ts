import type { DocumentStore, DocumentWrite, StoredDocument } from '#libs/event-sourcing/document-store';
import type { GlobalPosition, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** A document that stopped at an event it could not fold. Later events of the same document wait behind it. */
export interface ParkedDocument {
  readonly error: string;
  /** Positions of the event that failed and of all that came after. */
  readonly waiting: readonly GlobalPosition[];
}

export const parkedCollection = (collection: string): string => `${collection}.parked`;

interface Folded {
  readonly body: object | null;
  readonly position: GlobalPosition | undefined;
  readonly failed?: ParkedDocument;
}

/**
 * Folds a batch of events into the documents of one collection. A write is guarded by the position that was loaded: a
 * second worker, a crash or a replay changes nothing, and a lost race is loaded and folded again. Returns how many
 * documents stopped in this batch; those that had stopped before only wait longer.
 */
export async function foldDocuments(documents: DocumentStore, view: View<object>, collection: string, events: readonly RecordedEvent[]): Promise<number> {
  const byKey = eventsByKey(view, events);
  let parked = 0;
  let left = byKey;
  while (left.size > 0) {
    const keys = [...left.keys()];
    const loaded = indexed(await documents.get(collection, keys));
    const stopped = indexed(await documents.get<ParkedDocument>(parkedCollection(collection), keys));
    const writes: DocumentWrite[] = [];
    const stops: DocumentWrite<ParkedDocument>[] = [];
    for (const [key, mine] of left) {
      const before = loaded.get(key);
      const waiting = stopped.get(key);
      const { body, position, failed } = foldOrWait(view, key, before, waiting, mine);
      if (position !== undefined && position !== before?.position) writes.push({ key, body, position, loaded: before?.position });
      if (failed !== undefined) stops.push(parkedWrite(key, failed, waiting));
    }
    const missed = new Set(await documents.write(collection, writes));
    const written = stops.filter(({ key }) => !missed.has(key));
    await documents.write(parkedCollection(collection), written);
    parked += written.filter(({ loaded: before }) => before === undefined).length;
    left = new Map([...byKey].filter(([key]) => missed.has(key)));
  }
  return parked;
}

function eventsByKey(view: View<object>, events: readonly RecordedEvent[]): Map<string, RecordedEvent[]> {
  const byKey = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    for (const key of view.keys(event)) {
      const mine = byKey.get(key);
      if (mine === undefined) byKey.set(key, [event]);
      else mine.push(event);
    }
  }
  return byKey;
}

const indexed = <D>(stored: readonly StoredDocument<D>[]): Map<string, StoredDocument<D>> => new Map(stored.map((document) => [document.key, document]));

const foldOrWait = (
  view: View<object>,
  key: string,
  stored: StoredDocument | undefined,
  stopped: StoredDocument<ParkedDocument> | undefined,
  events: readonly RecordedEvent[],
): Folded => (stopped === undefined ? fold(view, key, stored, events) : { body: null, position: undefined, failed: behind(stopped, events) });

function fold(view: View<object>, key: string, stored: StoredDocument | undefined, events: readonly RecordedEvent[]): Folded {
  let body = stored?.body ?? null;
  let position = stored?.position;
  for (const [index, event] of events.entries()) {
    if (position !== undefined && event.position <= position) continue;
    try {
      body = view.apply(body, event, key);
      position = event.position;
    } catch (error) {
      return { body, position, failed: { error: String(error), waiting: events.slice(index).map((waiting) => waiting.position) } };
    }
  }
  return { body, position };
}

const behind = (stopped: StoredDocument<ParkedDocument>, events: readonly RecordedEvent[]): ParkedDocument => {
  const waiting = [...(stopped.body?.waiting ?? []), ...events.map((event) => event.position)];
  return { error: stopped.body?.error ?? '', waiting: [...new Set(waiting)].sort() };
};

const parkedWrite = (key: string, body: ParkedDocument, before: StoredDocument | undefined): DocumentWrite<ParkedDocument> => ({
  key,
  body,
  position: body.waiting.at(-1) ?? '',
  loaded: before?.position,
});
