import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A link to a server on this machine that can fail on request. */
export class FaultyLink {
  private losing: string | undefined;
  private silent = false;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly front: Server,
    readonly url: string,
  ) {}

  static async to(url: string): Promise<FaultyLink> {
    const { hostname, port } = new URL(url);
    const front = createServer((client) => link.pair(client, connect(Number(port), hostname)));
    front.listen(0, '127.0.0.1');
    await once(front, 'listening');
    const link: FaultyLink = new FaultyLink(front, `mongodb://127.0.0.1:${(front.address() as AddressInfo).port}`);
    return link;
  }

  /** Commands of this name reach the server; its answer costs the connection. */
  loseAnswersTo(command: string | undefined): void {
    this.losing = command;
  }

  /** Nothing that the server says is heard. */
  fallSilent(): void {
    this.silent = true;
  }

  /** All connections end, as when the server dies. New ones are taken. */
  break(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** All connections end, and no new one is taken, as when the server is stopped. */
  async goAway(): Promise<void> {
    const closed = once(this.front, 'close');
    this.front.close();
    this.break();
    await closed;
  }

  /** At the same place. */
  async comeBack(): Promise<void> {
    this.front.listen(Number(new URL(this.url).port), '127.0.0.1');
    await once(this.front, 'listening');
  }

  close(): Promise<void> {
    return this.goAway();
  }

  private pair(client: Socket, server: Socket): void {
    for (const [one, other] of [[client, server], [server, client]] as const) {
      this.sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
    let isLost = false;
    client.on('data', (command) => {
      isLost = this.losing !== undefined && command.includes(`${this.losing}\0`);
      server.write(command);
    });
    server.on('data', (answer) => {
      if (isLost) client.destroy();
      else if (!this.silent) client.write(answer);
    });
  }
}
