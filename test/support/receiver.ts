import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An answer; or the connection is closed, nothing is ever said, or the answer never ends. */
export type Behaviour = { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | 'close' | 'hang' | 'endless';

/** A subscriber's endpoint: a real server on a port of its own that fails on demand. */
export class Receiver {
  readonly received: Received[] = [];
  /** Bytes of the endless answers. */
  written = 0;
  private behaviour: Behaviour = { status: 200 };
  private next: { readonly behaviour: Behaviour; readonly at: number } | undefined;
  private readonly waiting: (() => void)[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => void receiver.answer(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  /** From now on, or after so many requests more. */
  behave(behaviour: Behaviour, after = 0): void {
    if (after === 0) this.behaviour = behaviour;
    else this.next = { behaviour, at: this.received.length + after };
  }

  /** Resolves once so many requests have come in. */
  async until(count: number): Promise<void> {
    while (this.received.length < count) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    this.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    for (const resolve of this.waiting.splice(0)) resolve();
    if (this.next !== undefined && this.received.length > this.next.at) [this.behaviour, this.next] = [this.next.behaviour, undefined];
    if (this.behaviour === 'close') response.destroy();
    else if (this.behaviour === 'endless') this.writeOn(response);
    else if (this.behaviour !== 'hang') response.writeHead(this.behaviour.status, this.behaviour.headers).end();
  }

  private writeOn(response: ServerResponse): void {
    if (response.destroyed) return;
    const chunk = Buffer.alloc(16_384);
    this.written += chunk.length;
    response.write(chunk, () => this.writeOn(response));
  }
}
