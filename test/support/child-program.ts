import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

const NODE_OPTIONS = ['--conditions=source', '--experimental-transform-types', '--disable-warning=ExperimentalWarning'];

/** A TypeScript program of this repository (without decorators) in a process of its own. It ends when its input ends. */
export class ChildProgram {
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly closed: Promise<unknown>;
  private text = '';

  constructor(program: string, args: readonly string[], { fileLimitKiB, env = {} }: { readonly fileLimitKiB?: number; readonly env?: Readonly<Record<string, string>> } = {}) {
    const command = [process.execPath, ...NODE_OPTIONS, program, ...args];
    const limited = ['bash', '-c', `ulimit -f ${fileLimitKiB} && exec "$0" "$@"`, ...command];
    const [file = '', ...rest] = fileLimitKiB === undefined ? command : limited;
    this.child = spawn(file, rest, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ...env } });
    this.closed = once(this.child, 'close');
    this.child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      this.text += chunk;
    });
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Complete lines printed so far. */
  get lines(): readonly string[] {
    return this.text.split('\n').slice(0, -1);
  }

  /** Writes one line to the program and resolves with the line that it prints next. */
  async ask(line: string): Promise<string> {
    const before = this.lines.length;
    this.child.stdin.write(`${line}\n`);
    return (await this.printed(before + 1))[before] ?? '';
  }

  /** Resolves with all complete lines once there are this many, or the program has ended. */
  async printed(count: number): Promise<readonly string[]> {
    while (this.lines.length < count && this.isRunning) {
      await Promise.race([once(this.child.stdout, 'data'), this.closed]);
    }
    return this.lines;
  }

  /** Resolves with all complete lines once the program has ended by itself. */
  async ended(): Promise<readonly string[]> {
    await this.closed;
    return this.lines;
  }

  /** SIGKILL; resolves with everything that the program printed before. */
  async kill(): Promise<readonly string[]> {
    this.child.kill('SIGKILL');
    await this.closed;
    return this.lines;
  }
}
