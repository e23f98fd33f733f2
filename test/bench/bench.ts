import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { type Line, line } from '#test/bench/bench-line';
import { drivers } from '#test/bench/drivers';
import { feed } from '#test/bench/feed';
import { partitions } from '#test/bench/partitions';
import { median, type Registration, registration, seconds } from '#test/bench/work';

const ROUNDS = 21;
const APPENDS = 150;
const CLIENTS = 64;
const EVENTS = 200_000;
const BATCH = 500;
const MEMORY_MB = 300;

const folder = mkdtempSync(join(tmpdir(), 'dudao-bench-'));
let made = 0;
const next = () => registration((made += 1));

/** A row of the same bytes, in a durable transaction of its own. */
function rawWriter(): (event: Registration) => Promise<unknown> {
  const db = new DatabaseSync(join(folder, 'raw.db'));
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE raw(position INTEGER PRIMARY KEY, stream TEXT, revision INT, id TEXT, type TEXT, data TEXT, meta TEXT, UNIQUE(stream, revision)) STRICT');
  const insert = db.prepare('INSERT INTO raw(stream, revision, id, type, data, meta) VALUES (?, 0, ?, ?, ?, ?)');
  return async ({ stream, event }) => insert.run(stream, event.id, event.type, JSON.stringify(event.data), JSON.stringify(event.meta));
}

/**
 * Raw and ours take turns, so that both meet the same disk; what is compared is each pair. One caller and many are compared by
 * what each brought in all its time, checkpoints included. What is written was made before: the time is the store's. Callers of
 * one moment have ids of that moment, as in the server, so what they register lies together in the index of names.
 */
async function appends(store: SqliteEventStore): Promise<readonly Line[]> {
  const raw = rawWriter();
  const one = ({ stream, event }: Registration) => store.append(stream, 'no_stream', [event]);
  const client = async (moments: readonly (readonly Registration[])[], own: number): Promise<void> => {
    for (const moment of moments) await one(moment[own] as Registration);
  };
  const pairs: { raw: number; one: number }[] = [];
  const crowds: { one: number; many: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = pairs.length;
    for (const [left, right] of Array.from({ length: APPENDS }, () => [next(), next()] as const)) {
      pairs.push({ raw: await seconds(() => raw(left)), one: await seconds(() => one(right)) });
    }
    const alone = APPENDS / pairs.slice(before).reduce((sum, pair) => sum + pair.one, 0);
    const moments = Array.from({ length: APPENDS / 2 }, () => Array.from({ length: CLIENTS }, next));
    const took = await seconds(() => Promise.all(Array.from({ length: CLIENTS }, (_, own) => client(moments, own))));
    crowds.push({ one: alone, many: ((APPENDS / 2) * CLIENTS) / took });
  }
  const ones = 1 / median(pairs.map((pair) => pair.one));
  return [
    line('single durable append / raw node:sqlite insert (per second)', ones, 1 / median(pairs.map((pair) => pair.raw)), 0.7, median(pairs.map((pair) => pair.raw / pair.one))),
    line(`${CLIENTS} concurrent callers / one (per second)`, median(crowds.map((crowd) => crowd.many)), median(crowds.map((crowd) => crowd.one)), 8, median(crowds.map((crowd) => crowd.many / crowd.one))),
  ];
}

async function fill(store: SqliteEventStore): Promise<void> {
  while (store.distance(undefined, await store.head()) < EVENTS) {
    await Promise.all(Array.from({ length: BATCH }, next).map(({ stream, event }) => store.append(stream, 'no_stream', [event])));
  }
}

async function scan(store: SqliteEventStore, path: string): Promise<Line> {
  const ours = async (): Promise<void> => {
    let after: string | undefined;
    for (;;) {
      const page = await store.readAll({ after, max: 1000 });
      if (page.atHead) return;
      after = page.scannedTo;
    }
  };
  const db = new DatabaseSync(path, { readOnly: true });
  const bare = async (): Promise<void> => {
    for (const row of db.prepare('SELECT * FROM log').iterate()) {
      JSON.parse(String(row['data']));
      JSON.parse(String(row['meta']));
    }
  };
  const count = Number(db.prepare('SELECT count(*) AS n FROM log').get()?.['n']);
  const pairs: { ours: number; bare: number }[] = [];
  for (let round = 0; round < 9; round += 1) pairs.push({ bare: count / (await seconds(bare)), ours: count / (await seconds(ours)) });
  db.close();
  return line('full scan into events / rows and JSON.parse (events per second)', median(pairs.map((pair) => pair.ours)), median(pairs.map((pair) => pair.bare)), 0.8, median(pairs.map((pair) => pair.ours / pair.bare)));
}

function rebuild(log: string): Line {
  const program = fileURLToPath(new URL('rebuild.js', import.meta.url));
  const printed = execFileSync(process.execPath, [program, log, join(folder, 'documents.db')], { encoding: 'utf8' });
  const { events, took, peak } = JSON.parse(printed) as { readonly events: number; readonly took: number; readonly peak: number };
  return line(`rebuild of all views: ${events} events, ${Math.round(events / took)} events/s; peak memory in MB under the limit`, peak, MEMORY_MB, 1, MEMORY_MB / peak);
}

const path = join(folder, 'events.db');
const store = await SqliteEventStore.open(path);
const lines: Line[] = [...(await appends(store))];
await fill(store);
const scanned = await scan(store, path);
lines.push(rebuild(path), scanned);
await store.close();
lines.push(...(await feed(folder, scanned.ours)));
rmSync(folder, { recursive: true, force: true });
lines.push(...(await drivers()), ...(await partitions()));
if (process.argv.includes('--json')) console.log(JSON.stringify(lines));
else for (const { name, ours, limit, ratio, bound, holds } of lines) console.log(`${holds ? '✔' : '✘'} ${ratio} (${bound === 'peer' ? bound : `≥ ${bound}`})  ${name}: ${ours} to ${limit}`);
process.exitCode = lines.every(({ holds }) => holds) ? 0 : 1;
