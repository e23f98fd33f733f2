import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** In milliseconds. */
export const HEARTBEAT = 15_000;

/**
 * Server-Sent Events to one reader. What it has not taken waits in the log, not here: the next frame is written when there
 * is room again, so that the connection holds no more than its buffer and one frame (together under 1 MiB).
 * Who takes nothing from one heartbeat to the second after it is dropped, and goes on by `Last-Event-ID`.
 */
export class EventStream {
  private readonly gone = new AbortController();
  private isStuck = false;

  /** Of a response whose head was written. */
  constructor(
    private readonly response: ServerResponse,
    heartbeat: number,
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
  async send(frames: readonly Buffer[]): Promise<void> {
    for (const frame of frames) {
      if (this.signal.aborted) return;
      if (this.response.write(frame)) continue;
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
