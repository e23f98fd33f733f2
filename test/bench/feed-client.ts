import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';

const HEADERS = { authorization: 'Bearer demo-auditor' };

/** A reader of the stream that keeps how many events it received, and where it is. */
export class BenchReader {
  count = 0;
  private asked: ClientRequest | undefined;
  private response: IncomingMessage | undefined;
  private text = '';

  constructor(
    private readonly url: string,
    public last: string,
  ) {}

  async connect(): Promise<void> {
    this.text = '';
    this.asked = request(`${this.url}/v1/events/stream`, { headers: { ...HEADERS, 'last-event-id': this.last }, agent: false });
    this.asked.end();
    [this.response] = (await once(this.asked, 'response')) as [IncomingMessage];
    this.asked.on('error', () => undefined);
    this.response.on('error', () => undefined);
  }

  /** Resolves at the position, or when the server has let go: whether it is there. */
  async readTo(position: string): Promise<boolean> {
    const { response } = this;
    if (response === undefined || this.last >= position) return true;
    response.setEncoding('utf8');
    return new Promise((resolve) => {
      response.once('close', () => resolve(this.last >= position));
      response.on('data', (chunk: string) => {
        this.take(chunk);
        if (this.last >= position) resolve(true);
      });
    });
  }

  close(): void {
    this.asked?.destroy();
  }

  private take(chunk: string): void {
    const messages = `${this.text}${chunk}`.split('\n\n');
    this.text = messages.pop() ?? '';
    for (const message of messages) {
      if (!message.startsWith('id: ')) continue;
      const position = message.slice(4, 24);
      if (position <= this.last) throw new Error(`${position} comes after ${this.last}`);
      this.last = position;
      this.count += 1;
    }
  }
}

/** Positions of all events that an auditor receives after a position. */
export async function pulledPositions(url: string, after: string): Promise<readonly string[]> {
  const positions: string[] = [];
  for (let path = `/v1/events?after=${after}&limit=500`; ; ) {
    const response = await fetch(`${url}${path}`, { headers: HEADERS });
    positions.push(...((await response.json()) as readonly { readonly position: string }[]).map(({ position }) => position));
    const next = /^<(.+)>/.exec(response.headers.get('link') ?? '')?.[1] ?? path;
    if (next === path) return positions;
    path = next;
  }
}

/** Resident memory of the server, in MB. */
export async function residentMemory(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`, { headers: HEADERS })).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 2 ** 20;
}
