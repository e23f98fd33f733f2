import { type Answer, showProgress, Usage } from '#apps/cli/src/output';
import type { ArchivePackageSealed } from '#libs/archives/archive.events';
import { packageDifferences } from '#libs/archives/package-check';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { EventReader } from '#libs/event-sourcing/event-store';
import { verifyStore } from '#libs/proof/hash-chain';
import { UPCASTERS } from '#libs/record/record';
import { tell } from '#libs/record/tellings';
import { openEventReader } from '#libs/stores/open-stores';
import { readStoreSettings, type StoreSettings } from '#libs/stores/store-settings';

const PAGE = 1000;

/** The same stores as the server's, from the same variables. @throws BadSettings */
export const storesOf = (dataDir: string): StoreSettings => readStoreSettings({ ...process.env, DATA_DIR: dataDir });

export const openLog = async (dataDir: string): Promise<EventReader> => openEventReader(storesOf(dataDir));

/** Whether the event is part of the history as of a revision, or of an instant of recording. */
const isPast = (asOf: string | undefined) => {
  if (asOf === undefined) return () => true;
  if (/^\d+$/.test(asOf)) return (event: RecordedEvent) => event.revision <= Number(asOf);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(asOf)) return (event: RecordedEvent) => event.meta.recordedAt <= asOf;
  throw new Usage(`--as-of takes a revision or an instant in UTC: ${asOf}`);
};

async function allOf(read: AsyncIterable<RecordedEvent>): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of read) events.push(event);
  return events;
}

async function eventsOf(dataDir: string, stream: string | undefined, asOf: string | undefined): Promise<readonly RecordedEvent[]> {
  if (stream === undefined) throw new Usage('which stream?');
  const past = isPast(asOf);
  const log = await openLog(dataDir);
  const events = (await allOf(log.readStream(stream))).filter(past);
  await log.close();
  if (events.length === 0) throw new Usage(`no events: ${stream}`);
  return events;
}

/** The history of one stream, as an auditor reads it. */
export async function replay(dataDir: string, [stream]: readonly string[], asOf: string | undefined): Promise<Answer> {
  const events = await eventsOf(dataDir, stream, asOf);
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

/** The stored bytes of one stream, one event a line, oldest first: enough to check the chain elsewhere. */
export async function exportStream(dataDir: string, [stream]: readonly string[]): Promise<Answer> {
  const events = await eventsOf(dataDir, stream, undefined);
  const rows = events.map(({ stream: name, revision, id, type, dataText, metaText }) => ({ stream: name, revision, id, type, dataText, metaText }));
  return { ok: true, lines: rows.map((row) => JSON.stringify(row)), json: rows };
}

/** Walks the whole store and names the first bad event, then whatever is not as an archive has sealed it. */
export async function verify(dataDir: string): Promise<Answer> {
  const log = await openLog(dataDir);
  const seals: Seal[] = [];
  const report = await verifyStore(noting(pagesOf(log), seals));
  const differing: string[] = [];
  for (const seal of seals) differing.push(...(await differencesFrom(log, seal)));
  await log.close();
  const found = report.bad === undefined ? `✔ ${report.events} 个事件、${report.streams} 个流,哈希链完整` : `✘ ${report.bad.stream}@${report.bad.revision} ${report.bad.sentence}`;
  const packages = seals.length === 0 ? [] : differing.length === 0 ? [`✔ ${seals.length} 个归档包与日志一致`] : differing.map((line) => `✘ ${line}`);
  return { ok: report.ok && differing.length === 0, lines: [found, ...packages], json: { ...report, packages: seals.length, differing } };
}

/** Where a package was sealed; what is in it is read when its turn comes. */
type Seal = Pick<RecordedEvent, 'stream' | 'revision'>;

/** The same pages; the seals in them are noted. */
async function* noting(pages: ReturnType<typeof pagesOf>, seals: Seal[]) {
  for await (const page of pages) {
    seals.push(...page.events.filter(({ type }) => type === 'ArchivePackageSealed').map(({ stream, revision }) => ({ stream, revision })));
    yield page;
  }
}

async function differencesFrom(log: EventReader, { stream, revision: from }: Seal): Promise<readonly string[]> {
  const [seal] = (await allOf(log.readStream(stream, { from, max: 1 }))).map(({ data }) => data as ArchivePackageSealed['data']);
  if (seal === undefined) return [];
  const { subject, version } = seal;
  return packageDifferences(seal, await allOf(log.readStream(subject))).map(({ revision, type, sentence }) => `归档包 ${subject} 第${version}次封存:${revision} ${type} ${sentence}`);
}

async function* pagesOf(log: EventReader) {
  let after: string | undefined;
  for (;;) {
    const page = await log.readAll({ after, max: PAGE });
    yield page;
    showProgress(`${log.distance(undefined, page.scannedTo)} …`);
    if (page.atHead) return;
    after = page.scannedTo;
  }
}
