import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { CloudEvent } from '#libs/record/cloud-event';

/** One who follows the feed over SSE, on a connection of its own. */
export class SseReader {
  readonly events: CloudEvent[] = [];
  /** Last `id` received. */
  last: string | undefined;
  private readonly changed = new EventTarget();
  private isOver = false;
  private text = '';

  private constructor(
    readonly response: IncomingMessage,
    private readonly asked: ClientRequest,
  ) {
    response.setEncoding('utf8').on('data', (chunk: string) => this.take(chunk));
    response.once('close', () => this.end()).on('error', () => this.end());
  }

  /** Resolves when the head of the answer is there. */
  static async open(url: string, headers: Readonly<Record<string, string>>): Promise<SseReader> {
    const asked = request(url, { headers, agent: false });
    asked.end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    asked.on('error', () => undefined);
    return new SseReader(response, asked);
  }

  /** Resolves with the events so far once there are this many, or the server has let go. */
  async saw(count: number): Promise<readonly CloudEvent[]> {
    while (this.events.length < count && !this.isOver) await once(this.changed, 'change');
    return this.events;
  }

  /** Resolves with the events so far once the server has let go. */
  async over(): Promise<readonly CloudEvent[]> {
    while (!this.isOver) await once(this.changed, 'change');
    return this.events;
  }

  close(): void {
    this.asked.destroy();
  }

  private take(chunk: string): void {
    const messages = `${this.text}${chunk}`.split('\n\n');
    this.text = messages.pop() ?? '';
    for (const message of messages) {
      const [, id, data = ''] = /^id: (\d+)\ndata: (.*)$/.exec(message) ?? [];
      if (id === undefined) continue;
      this.last = id;
      this.events.push(JSON.parse(data) as CloudEvent);
    }
    this.changed.dispatchEvent(new Event('change'));
  }

  private end(): void {
    this.isOver = true;
    this.changed.dispatchEvent(new Event('change'));
  }
}
