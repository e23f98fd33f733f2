import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { CloudEvent } from '#libs/record/cloud-event';

/** In milliseconds. */
const HEARTBEAT = 15_000;
/** In characters: a chunk is written when it has reached this. */
const CHUNK = 32 * 1024;

/**
 * Server-Sent Events to one reader. What it has not taken waits in the log, not here: the next chunk is written when there
 * is room again, so that the connection holds no more than its buffer and one chunk (together under 1 MiB).
 * Who takes nothing from one heartbeat to the second after it is dropped, and goes on by `Last-Event-ID`.
 */
export class EventStream {
  private readonly gone = new AbortController();
  private isStuck = false;

  /** Of a response whose head was written. */
  constructor(
    private readonly response: ServerResponse,
    heartbeat = HEARTBEAT,
  ) {
    const beating = setInterval(() => this.beat(), heartbeat);
    const end = (): void => {
      clearInterval(beating);
      this.gone.abort();
    };
    response.once('close', end);
    if (response.destroyed) end();
    else response.write(':\n\n');
  }

  /** Aborted when the reader is gone. */
  get signal(): AbortSignal {
    return this.gone.signal;
  }

  /** Resolves when there is room for more, or the reader is gone. */
  async send(events: readonly CloudEvent[]): Promise<void> {
    // As text at once: while a reader is waited for, no events are held.
    for (const chunk of chunksOf(events)) {
      if (this.signal.aborted) return;
      if (this.response.write(chunk)) continue;
      await once(this.response, 'drain', { signal: this.signal }).catch(() => undefined);
      this.isStuck = false;
    }
  }

  drop(): void {
    this.response.destroy();
  }

  private beat(): void {
    if (this.response.writableNeedDrain) {
      if (this.isStuck) this.drop();
      this.isStuck = true;
    } else {
      this.isStuck = false;
      this.response.write(':\n\n');
    }
  }
}

function chunksOf(events: readonly CloudEvent[]): readonly string[] {
  const chunks: string[] = [];
  let chunk = '';
  for (const event of events) {
    chunk += `id: ${event.position}\ndata: ${JSON.stringify(event)}\n\n`;
    if (chunk.length < CHUNK) continue;
    chunks.push(chunk);
    chunk = '';
  }
  return chunk === '' ? chunks : [...chunks, chunk];
}
