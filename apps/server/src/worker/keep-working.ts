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

/** What is done with the log. */
export interface Work extends Pick<Worker, 'follow' | 'settle'> {
  /** Before the log is followed. */
  prepare(signal: AbortSignal): Promise<void>;
}

/** Keeps the worker at the head of the log. A fault is told and tried again: nothing is skipped, nobody else would carry on. */
export function keepWorking(work: Work, onFault: (fault: unknown) => void, pace: Pace = { lookEvery: 1_000, retryAfter: 1_000 }): Working {
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Whether it went well. */
  const tried = (step: () => Promise<void>): Promise<boolean> =>
    step().then(
      () => true,
      (fault: unknown) => {
        if (!signal.aborted) onFault(fault);
        return false;
      },
    );
  const rest = (milliseconds: number): Promise<void> => pause(milliseconds, undefined, { signal }).catch(() => undefined);
  const again = async (step: () => Promise<void>, pauseAfter: number): Promise<void> => {
    while (!signal.aborted) await rest((await tried(step)) ? pauseAfter : pace.retryAfter);
  };
  const prepared = async (): Promise<void> => {
    while (!signal.aborted && !(await tried(() => work.prepare(signal)))) await rest(pace.retryAfter);
  };
  const done = prepared().then(() => Promise.all([again(() => work.follow(signal), 0), again(() => work.settle(), pace.lookEvery)]));
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}
