import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '#test/support/free-port';

const SOURCES = ['--conditions=source', '--disable-warning=ExperimentalWarning', '--import', './scripts/run-sources.mjs', 'apps/server/src/main.ts'];
const LOOK_EVERY_MS = 50;

export interface Said {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers freely
  readonly body: any;
}

/** The program as it is started, from its sources, in a process of its own on a loopback port. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Resolves when it listens. `settings` are its environment variables. */
  static async start(settings: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const port = await freePort();
    const env = { PATH: process.env['PATH'] ?? '', LOG_FORMAT: 'json', ...settings, HOST: '127.0.0.1', PORT: String(port) };
    const child = spawn(process.execPath, SOURCES, { stdio: ['ignore', 'ignore', 'pipe'], env });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
    const ended = once(child, 'exit');
    const url = `http://127.0.0.1:${port}`;
    const listens = (): Promise<boolean> => fetch(`${url}/livez`).then(({ ok }) => ok, () => false);
    while (!(await listens())) {
      await Promise.race([pause(LOOK_EVERY_MS), ended]);
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}: ${said}`);
    }
    return new ServerProcess(child, url);
  }

  /** As a persona: `demo-` and this name is the token. */
  async ask(persona: string, path: string, init: RequestInit = {}): Promise<Said> {
    const response = await fetch(`${this.url}${path}`, { ...init, headers: { authorization: `Bearer demo-${persona}`, ...init.headers } });
    return { status: response.status, body: JSON.parse(await response.text()) };
  }

  command(persona: string, path: string, body: object, key: string): Promise<Said> {
    return this.ask(persona, path, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) });
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
