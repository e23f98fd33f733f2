import { setTimeout as rest } from 'node:timers/promises';
import type { EventStore, Page } from '#libs/event-sourcing/event-store';
import { StoreUnavailable } from '#libs/event-sourcing/store-error';
import type { Connection } from '#libs/eventstoredb/connection';
import type { EventReader } from '#libs/eventstoredb/read';

const PAGE = 500;
const FIRST_REST = 100;
const LONGEST_REST = 10_000;

export interface Followed {
  readonly connection: Connection;
  readonly reader: EventReader;
  /** Begins the names of the log's streams on the server. */
  readonly prefix: string;
}

/**
 * Every page comes from a reading; the server's subscription only says when to read again. So what was not delivered is
 * delivered after whatever broke, in order, nothing is kept but a page, and no checkpoint runs ahead of the events.
 */
export async function* followLog({ connection, reader, prefix }: Followed, options: Parameters<EventStore['subscribe']>[0]): AsyncGenerator<Page, void> {
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
      await rest(restAfter(failures, Math.random()), undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Milliseconds to rest after so many failures in a row: doubling up to a limit, and spread, so that not all come back at once. */
export const restAfter = (failures: number, random: number): number => Math.min(LONGEST_REST, FIRST_REST * 2 ** (failures - 1)) * (0.5 + random / 2);

async function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  let aborted = (): void => undefined;
  const abort = new Promise<undefined>((resolve) => {
    aborted = () => resolve(undefined);
    signal.addEventListener('abort', aborted);
  });
  const first = await Promise.race([work, abort]).finally(() => signal.removeEventListener('abort', aborted));
  return signal.aborted ? undefined : first;
}
