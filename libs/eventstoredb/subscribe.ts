import type { EventStore, Page } from '#libs/event-sourcing/event-store';
import { StoreUnavailable } from '#libs/event-sourcing/store-error';
import type { Connection } from '#libs/eventstoredb/connection';
import type { EventReader } from '#libs/eventstoredb/read';
import type { Timing } from '#libs/event-sourcing/timing';

const PAGE = 500;
const FIRST_REST = 100;
const LONGEST_REST = 10_000;

export interface Followed {
  readonly connection: Connection;
  readonly reader: EventReader;
  /** Begins the names of the log's streams on the server. */
  readonly prefix: string;
  readonly timing: Timing;
}

/**
 * Every page comes from a reading; the server's subscription only says when to read again. So what was not delivered is
 * delivered after whatever broke, in order, nothing is kept but a page, and no checkpoint runs ahead of the events.
 */
export async function* followLog({ connection, reader, prefix, timing }: Followed, options: Parameters<EventStore['subscribe']>[0]): AsyncGenerator<Page, void> {
  const { signal, max = PAGE, ...filter } = options;
  let { after } = options;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const page = await beforeAbort(reader.page({ ...filter, after, max }), signal);
      if (page === undefined) return;
      if (page.scannedTo === after) await connection.eventAfter(reader.place(after), prefix, signal);
      failures = 0;
      if (page.scannedTo === after) continue;
      after = page.scannedTo;
      yield page;
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      failures += 1;
      await rest(timing, restAfter(failures, timing.chance()), signal);
    }
  }
}

/** Milliseconds to rest after so many failures in a row: doubling up to a limit, and spread, so that not all come back at once. */
export const restAfter = (failures: number, random: number): number => Math.min(LONGEST_REST, FIRST_REST * 2 ** (failures - 1)) * (0.5 + random / 2);

/** Ends with the signal, too. */
function rest(timing: Timing, milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const callOff = timing.after(milliseconds, end);
    function end(): void {
      callOff();
      signal.removeEventListener('abort', end);
      resolve();
    }
    signal.addEventListener('abort', end);
  });
}

async function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  let aborted = (): void => undefined;
  const abort = new Promise<undefined>((resolve) => {
    aborted = () => resolve(undefined);
    signal.addEventListener('abort', aborted);
  });
  const first = await Promise.race([work, abort]).finally(() => signal.removeEventListener('abort', aborted));
  return signal.aborted ? undefined : first;
}
