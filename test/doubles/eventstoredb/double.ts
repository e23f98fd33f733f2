import type { Call, Misfortune, Order } from '#test/doubles/eventstoredb/faults';
import { ChildProgram } from '#test/support/child-program';
import { type TemporaryFolder, temporaryFolder } from '#test/support/temporary-folder';

/** The double of the server in a process of its own, on loopback, with its log in a file. */
export class ServerDouble {
  private constructor(
    private readonly folder: TemporaryFolder,
    private program: ChildProgram,
    private readonly port: string,
  ) {}

  static async start(): Promise<ServerDouble> {
    const folder = temporaryFolder();
    const program = run(folder, '0');
    const [port = ''] = await program.printed(1);
    return new ServerDouble(folder, program, port);
  }

  /** Connection string. */
  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** The next calls of this kind meet this misfortune. */
  async fail(call: Call, misfortune: Misfortune, times = 1): Promise<void> {
    await this.order({ order: 'fail', call, misfortune, times });
  }

  /** What was held takes its effect now. */
  async release(): Promise<void> {
    await this.order({ order: 'release' });
  }

  /** Resolves with how many there were. */
  async dropSubscriptions(misfortune: 'ends' | 'unavailable'): Promise<number> {
    return Number(await this.order({ order: 'dropSubscriptions', misfortune }));
  }

  /** Calls of the protocol since the process started. */
  async calls(): Promise<Readonly<Record<Call, number>>> {
    return JSON.parse(await this.order({ order: 'count' })) as Record<Call, number>;
  }

  async kill(): Promise<void> {
    await this.program.kill();
  }

  /** A new process on the same port, with the log of the old one. */
  async startAgain(): Promise<void> {
    this.program = run(this.folder, this.port);
    await this.program.printed(1);
  }

  async stop(): Promise<void> {
    await this.program.kill();
    this.folder.remove();
  }

  private order(order: Order): Promise<string> {
    return this.program.ask(JSON.stringify(order));
  }
}

const run = (folder: TemporaryFolder, port: string): ChildProgram => new ChildProgram('test/doubles/eventstoredb/server.ts', [folder.file('server.log'), port]);
