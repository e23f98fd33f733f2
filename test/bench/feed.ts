import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { type Line, line } from '#test/bench/bench-line';
import { BenchReader, pulledPositions, residentMemory } from '#test/bench/feed-client';
import { median, seconds } from '#test/bench/work';
import { freePort } from '#test/support/free-port';

const ROUNDS = 3;
const READERS = 200;
const IDLE = 20;
/** Events that a reader is behind when it comes; who then reads nothing, further: more than the sockets of the system take. */
const BEHIND = 4_000;
const IDLE_BEHIND = 20_000;
/** By then the server has let go of who reads nothing: two heartbeats, and a little. */
const LET_GO_MS = 35_000;
const GROWTH_MB = 50;
const BEGINNING = '0'.repeat(20);

/** The built server, as it is started, over the log in a folder. */
async function started(dataDir: string): Promise<{ readonly url: string; readonly server: ChildProcess }> {
  const port = await freePort();
  const environment = { ...process.env, ROLE: 'http', DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port) };
  const server = spawn(process.execPath, ['dist/apps/server/src/main.js'], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
  const url = `http://127.0.0.1:${port}`;
  while (server.exitCode === null && !(await fetch(`${url}/livez`).then(({ ok }) => ok, () => false))) await setTimeout(50);
  return { url, server };
}

async function throughput(url: string, positions: readonly string[], scanned: number): Promise<Line> {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const reader = new BenchReader(url, BEGINNING);
    await reader.connect();
    const took = await seconds(() => reader.readTo(positions.at(-1) ?? ''));
    reader.close();
    rates.push(reader.count / took);
  }
  return line('feed to one SSE reader over HTTP / full scan of the store into events (events per second)', median(rates), scanned, 0.2);
}

async function connected(url: string, count: number, after: string): Promise<readonly BenchReader[]> {
  const readers = Array.from({ length: count }, () => new BenchReader(url, after));
  await Promise.all(readers.map((reader) => reader.connect()));
  return readers;
}

/** The greatest memory of the server while the work is done, in MB. */
async function peakDuring(url: string, work: () => Promise<unknown>): Promise<number> {
  let peak = 0;
  let isDone = false;
  const watched = (async () => {
    for (; !isDone; await setTimeout(500)) peak = Math.max(peak, await residentMemory(url));
  })();
  await work();
  isDone = true;
  await watched;
  return peak;
}

/** A crowd that reads comes first: what 200 readers cost at all is no growth, what those who do not read add to it is. */
async function crowd(url: string, positions: readonly string[]): Promise<readonly Line[]> {
  const place = (behind: number): string => positions.at(-1 - behind) ?? BEGINNING;
  const end = place(0);
  const before = await peakDuring(url, async () => {
    const readers = await connected(url, READERS, place(BEHIND));
    await Promise.all(readers.map((reader) => reader.readTo(end)));
    for (const reader of readers) reader.close();
  });
  const idle: BenchReader[] = [];
  const busy: BenchReader[] = [];
  const peak = await peakDuring(url, async () => {
    idle.push(...(await connected(url, IDLE, place(IDLE_BEHIND))));
    busy.push(...(await connected(url, READERS - IDLE, place(BEHIND))));
    await Promise.all([setTimeout(LET_GO_MS), ...busy.map((reader) => reader.readTo(end))]);
  });
  const dropped = await resumed(idle, end);
  for (const reader of [...idle, ...busy]) reader.close();
  const received = [...idle, ...busy].reduce((all, { count }) => all + count, 0);
  const growth = Math.max(1, peak - before);
  return [
    line(`${READERS} SSE readers, ${IDLE} of which do not read: growth of memory in MB under the limit`, growth, GROWTH_MB, 1, GROWTH_MB / growth),
    line('the same: dropped / did not read', dropped, IDLE, 1),
    line('the same, after all resumed: events received / events that left', received, IDLE * IDLE_BEHIND + (READERS - IDLE) * BEHIND, 1),
  ];
}

/** Those who did not read do at last, and come again where they were dropped: how many were. */
async function resumed(idle: readonly BenchReader[], end: string): Promise<number> {
  let dropped = 0;
  for (const reader of idle) {
    for (; !(await reader.readTo(end)); await reader.connect()) dropped += 1;
  }
  return dropped;
}

/** The feed of the log in a folder, by the real server. `scanned`: events per second that the bare store gives. */
export async function feed(dataDir: string, scanned: number): Promise<readonly Line[]> {
  const { url, server } = await started(dataDir);
  try {
    const positions = await pulledPositions(url, BEGINNING);
    return [await throughput(url, positions, scanned), ...(await crowd(url, positions))];
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}
