import { setTimeout as pause } from 'node:timers/promises';
import type { Worker } from '#libs/event-sourcing/worker';

export interface Working {
  /** Resolves when what is under way is done. */
  stop(): Promise<void>;
}

export interface Pace {
  /** Timers fall due without anything being written: milliseconds between looks at the clock. */
  readonly lookEvery: number;
  /** Milliseconds before what failed is tried again. */
  readonly retryAfter: number;
}

/** Keeps the worker at the head of the log. A fault is told and tried again: nothing is skipped, nobody else would carry on. */
export function keepWorking(worker: Pick<Worker, 'follow' | 'settle'>, onFault: (fault: unknown) => void, pace: Pace = { lookEvery: 1_000, retryAfter: 1_000 }): Working {
  const stopping = new AbortController();
  const { signal } = stopping;
  const again = async (work: () => Promise<void>, rest: number): Promise<void> => {
    while (!signal.aborted) {
      const failed = await work().then(
        () => false,
        (fault: unknown) => {
          if (!signal.aborted) onFault(fault);
          return true;
        },
      );
      await pause(failed ? pace.retryAfter : rest, undefined, { signal }).catch(() => undefined);
    }
  };
  const done = Promise.all([again(() => worker.follow(signal), 0), again(() => worker.settle(), pace.lookEvery)]);
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}
