import { type ExportedEvent, exportedEvents } from '#apps/cli/src/input';
import { type Answer, chainLine, Usage } from '#apps/cli/src/output';
import type { Instant, RecordedEvent } from '#libs/event-sourcing/event';
import type { EventReader } from '#libs/event-sourcing/event-store';
import { verifyStream } from '#libs/proof/hash-chain';
import { UPCASTERS } from '#libs/record/record';
import { tell } from '#libs/record/tellings';
import { openEventReader } from '#libs/stores/open-stores';
import { readStoreSettings, type StoreSettings } from '#libs/stores/store-settings';

/** The same stores as the server's, from the same variables. @throws BadSettings */
export const storesOf = (dataDir: string): StoreSettings => readStoreSettings({ ...process.env, DATA_DIR: dataDir });

export const openLog = async (dataDir: string): Promise<EventReader> => openEventReader(storesOf(dataDir));

/** An instant that exists, as the log writes it: `2026-03-02T02:00:00Z` is before what was recorded half a second later. */
function instantIn(text: string): Instant | undefined {
  const [, seconds, fraction = ''] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,3}))?Z$/.exec(text) ?? [];
  const written = `${seconds}.${fraction.padEnd(3, '0')}Z`;
  const time = Date.parse(written);
  return Number.isFinite(time) && new Date(time).toISOString() === written ? written : undefined;
}

/** Whether the event is part of the history as of a revision, or of an instant of recording. */
const isPast = (asOf: string | undefined) => {
  if (asOf === undefined) return () => true;
  if (/^\d+$/.test(asOf)) return (event: RecordedEvent) => event.revision <= Number(asOf);
  const instant = instantIn(asOf);
  if (instant !== undefined) return (event: RecordedEvent) => event.meta.recordedAt <= instant;
  throw new Usage(`--as-of takes a revision or an instant in UTC: ${asOf}`);
};

export async function allOf(read: AsyncIterable<RecordedEvent>): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of read) events.push(event);
  return events;
}

function someOf(events: readonly RecordedEvent[], where: string): readonly RecordedEvent[] {
  if (events.length === 0) throw new Usage(`no events: ${where}`);
  return events;
}

async function eventsOf(dataDir: string, stream: string | undefined, asOf: string | undefined): Promise<readonly RecordedEvent[]> {
  if (stream === undefined) throw new Usage('which stream?');
  const past = isPast(asOf);
  const log = await openLog(dataDir);
  const events = (await allOf(log.readStream(stream))).filter(past);
  await log.close();
  return someOf(events, stream);
}

/** The history of one stream, as an auditor reads it. */
export async function replay(dataDir: string, [stream]: readonly string[], asOf: string | undefined): Promise<Answer> {
  return told(await eventsOf(dataDir, stream, asOf));
}

/** The same without a store, from what `export` wrote: its chain is walked before anything of it is told. */
export async function replayFile(file: string, words: readonly string[], asOf: string | undefined): Promise<Answer> {
  if (words.length > 0) throw new Usage(`a stream or a file, not both: ${words.join(' ')}`);
  const past = isPast(asOf);
  const exported = exportedEvents(file);
  const report = await verifyStream(exported);
  if (!report.ok) return { ok: false, lines: [chainLine(report)], json: report };
  const events = exported.map((event) => ({ ...event, data: JSON.parse(event.dataText), meta: JSON.parse(event.metaText) }));
  return told(someOf(events.filter(past), file));
}

function told(events: readonly RecordedEvent[]): Answer {
  const lines = events.flatMap((event) => {
    const { revision, type, data, meta } = event;
    return [
      `${revision}  ${meta.occurredAt}  ${type}  (${meta.basis})`,
      `   ${tell(UPCASTERS.upcast(event))}`,
      `   记录 ${meta.recordedAt}  ${meta.role} ${meta.actor}  ${JSON.stringify(data)}`,
    ];
  });
  return { ok: true, lines, json: events.map(({ dataText: _data, metaText: _meta, ...event }) => event) };
}

/** The stored bytes of one stream, one event a line, oldest first: enough to check the chain elsewhere, and to replay it. */
export async function exportStream(dataDir: string, [stream]: readonly string[]): Promise<Answer> {
  const events = await eventsOf(dataDir, stream, undefined);
  const rows = events.map(({ stream: name, revision, position, id, type, dataText, metaText }): ExportedEvent => ({ stream: name, revision, position, id, type, dataText, metaText }));
  return { ok: true, lines: rows.map((row) => JSON.stringify(row)), json: rows };
}
