import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { freePort } from '#test/support/free-port';
import { temporaryFolder } from '#test/support/temporary-folder';

/** The demonstration as anyone starts it, but small: loaded, served on a real port, asked, and ended by Ctrl-C. */
const folder = temporaryFolder();
const data = folder.file('demo');
const TIMEOUT = 240_000;

interface Demo {
  readonly port: number;
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** All that was printed up to the last line of the welcome. */
  readonly printed: string;
}

async function start(): Promise<Demo> {
  const port = await freePort();
  const child = spawn('npm', ['run', '-s', 'demo', '--', '--scale', '0.08', '--sessions', '0.08', '--seed', '7', '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, PORT: String(port) },
  });
  let printed = '';
  let failed = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (failed += chunk));
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  while (!printed.includes('Ctrl-C')) {
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error(`the demonstration ended: ${failed}`);
  }
  return { port, child, printed };
}

/** Ctrl-C in a terminal: the signal goes to every process of the group. */
async function interrupt({ child }: Demo): Promise<void> {
  const ended = once(child, 'exit');
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await ended;
}

const commandIn = (printed: string, word: string): string => /npm run -s dudao[^\n]*/.exec(printed.split('\n').find((line) => line.includes(word)) ?? '')?.[0] ?? '';
const run = (command: string) => spawnSync(command, { shell: true, encoding: 'utf8', cwd: process.cwd() });

describe('the demonstration', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await start();
  }, TIMEOUT);
  afterAll(async () => {
    await interrupt(demo);
    folder.remove();
  });

  it('answers as the personas that it names', async () => {
    const token = /demo-agency-[0-9a-f-]+/.exec(demo.printed)?.[0];
    const get = async (path: string, as: string | undefined) => fetch(`http://127.0.0.1:${demo.port}${path}`, { headers: { authorization: `Bearer ${as}` } });
    const list = (await (await get('/v1/cases', 'demo-province')).json()) as { items: readonly { agencyId: string }[] };
    expect(list.items.length).toBeGreaterThan(3);
    expect((await get('/v1/me', token)).status).toBe(200);
    expect((await get('/v1/cases', 'demo-nobody')).status).toBe(401);
  });

  it('gives commands that work while it serves', () => {
    const replayed = run(commandIn(demo.printed, 'replay case-'));
    expect([replayed.status, replayed.stdout.split('\n')[0]]).toEqual([0, expect.stringContaining('SpecialSupervisionOpened')]);
    const number = run(commandIn(demo.printed, 'number '));
    expect([number.status, number.stdout]).toEqual([0, expect.stringContaining('合计')]);
    const record = folder.file('draw.json');
    const verified = run(commandIn(demo.printed, 'draw export').replaceAll('draw.json', record));
    expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining('抽取结果复核一致')]);
  }, TIMEOUT);

  it('leaves a record in which nothing is amiss', () => {
    for (const check of ['verify', 'verify views']) expect(run(`npm run -s dudao -- ${check} --data ${data}`).status).toBe(0);
  }, TIMEOUT);

  it('ends with Ctrl-C, and serves the same record again without loading it', async () => {
    await interrupt(demo);
    await expect(fetch(`http://127.0.0.1:${demo.port}/livez`)).rejects.toThrow();
    const { printed } = demo;
    demo = await start();
    expect(commandIn(demo.printed, 'replay case-')).toBe(commandIn(printed, 'replay case-'));
    expect(existsSync(`${data}.loading`)).toBe(false);
  }, TIMEOUT);

  it('is not loaded over a record that is being served', () => {
    const again = run(`npm run -s dudao -- simulate --scale 0.02 --data ${data}`);
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('already open for writing')]);
  }, TIMEOUT);
});
