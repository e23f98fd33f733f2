import { allOf, openLog, storesOf } from '#apps/cli/src/log';
import { type Answer, chainLine, showProgress } from '#apps/cli/src/output';
import type { ArchivePackageSealed } from '#libs/archives/archive.events';
import { packageDifferences } from '#libs/archives/package-check';
import type { GlobalPosition, RecordedEvent } from '#libs/event-sourcing/event';
import { type EventReader, type Page, UnreadableEvent } from '#libs/event-sourcing/event-store';
import { verifyStore } from '#libs/proof/hash-chain';

const PAGE = 1000;

/** Walks the whole store and names the first bad event, then where events are missing, and whatever is not as an archive has sealed it. */
export async function verify(dataDir: string): Promise<Answer> {
  const log = await openLog(dataDir);
  const noted: Noted = { seals: [], gaps: [] };
  // Positions of the embedded store are counted without a gap; elsewhere they are places in a file.
  const report = await verifyStore(noting(pagesOf(log), noted, storesOf(dataDir).eventStore.kind === 'sqlite' ? log : undefined));
  const differing: string[] = [];
  for (const seal of noted.seals) differing.push(...(await differencesFrom(log, seal)));
  await log.close();
  const ok = report.ok && noted.gaps.length === 0;
  return {
    ok: ok && differing.length === 0,
    lines: [chainLine(report), ...noted.gaps.map(gapLine), ...packageLines(noted.seals.length, differing)],
    json: { ...report, ok, gaps: noted.gaps, packages: noted.seals.length, differing },
  };
}

const gapLine = ({ missing, before }: Gap): string => `✘ 位置 ${before} 之前缺 ${missing} 个事件:有事件被删除`;

const packageLines = (packages: number, differing: readonly string[]): readonly string[] =>
  packages > 0 && differing.length === 0 ? [`✔ ${packages} 个归档包与日志一致`] : differing.map((line) => `✘ ${line}`);

/** Where a package was sealed; what is in it is read when its turn comes. */
type Seal = Pick<RecordedEvent, 'stream' | 'revision'>;

interface Gap {
  readonly missing: number;
  readonly before: GlobalPosition;
}

interface Noted {
  readonly seals: Seal[];
  readonly gaps: Gap[];
}

/** The same pages; the seals in them are noted, and, where positions are counted, what lacks between two events. */
async function* noting(pages: AsyncIterable<Page>, { seals, gaps }: Noted, counted?: Pick<EventReader, 'distance'>) {
  let last: GlobalPosition | undefined;
  for await (const page of pages) {
    for (const { stream, revision, type, position } of page.events) {
      if (type === 'ArchivePackageSealed') seals.push({ stream, revision });
      const missing = counted === undefined ? 0 : counted.distance(last, position) - 1;
      if (missing > 0) gaps.push({ missing, before: position });
      last = position;
    }
    yield page;
  }
}

async function differencesFrom(log: EventReader, { stream, revision: from }: Seal): Promise<readonly string[]> {
  const [seal] = (await allOf(log.readStream(stream, { from, max: 1 }))).map(({ data }) => data as ArchivePackageSealed['data']);
  if (seal === undefined) return [];
  const { subject, version } = seal;
  const name = `归档包 ${subject} 第${version}次封存`;
  try {
    return packageDifferences(seal, await allOf(log.readStream(subject))).map(({ revision, type, sentence }) => `${name}:${revision} ${type} ${sentence}`);
  } catch (error) {
    if (error instanceof UnreadableEvent) return [`${name}:${error.revision} 内容或元数据不是 JSON`];
    throw error;
  }
}

/** One event at a time once a page holds what cannot be read, so that those before it are walked. */
async function* pagesOf(log: EventReader): AsyncGenerator<Page, void> {
  let [after, max]: [GlobalPosition | undefined, number] = [undefined, PAGE];
  for (;;) {
    const page: Page | undefined = await log.readAll({ after, max }).catch((error: unknown) => {
      if (!(error instanceof UnreadableEvent) || max === 1) throw error;
      return undefined;
    });
    if (page === undefined) {
      max = 1;
      continue;
    }
    yield page;
    showProgress(`${log.distance(undefined, page.scannedTo)} …`);
    if (page.atHead) return;
    after = page.scannedTo;
  }
}
