import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { CloudEvent } from '#libs/record/cloud-event';

/** In milliseconds. */
const HEARTBEAT = 15_000;

/**
 * Server-Sent Events to one reader. What it has not taken waits in the log, not here: the next event is written when there
 * is room again, so that no more than the buffer of the connection and one event (together under 1 MiB) are held for it.
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

  /** Resolves when there is room for the next, or the reader is gone. */
  async send(event: CloudEvent): Promise<void> {
    if (this.signal.aborted || this.response.write(`id: ${event.position}\ndata: ${JSON.stringify(event)}\n\n`)) return;
    await once(this.response, 'drain', { signal: this.signal }).catch(() => undefined);
    this.isStuck = false;
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
