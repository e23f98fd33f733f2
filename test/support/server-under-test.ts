import { randomUUID } from 'node:crypto';
import { EventStoreDbStore, type OpenOptions } from '#libs/eventstoredb/event-store';
import { MACHINE_TIMING } from '#libs/stores/machine-timing';
import { ServerDouble } from '#test/doubles/eventstoredb/double';
import { type Opened, openedWith } from '#test/support/opened-store';

/** A log of its own on a server that others use as well. */
export function openedOnServer(url: string, options: Partial<OpenOptions> = {}): Promise<Opened<EventStoreDbStore>> {
  const log = `test-${randomUUID()}`;
  return openedWith(() => EventStoreDbStore.open(url, { log, timing: MACHINE_TIMING, ...options }), async () => undefined);
}

export interface ServerUnderTest {
  readonly url: string;
  stop(): Promise<void>;
}

/** The real server of `EVENTSTORE_URL`, or else the double. */
export async function startServerUnderTest(): Promise<ServerUnderTest> {
  const url = process.env['EVENTSTORE_URL'];
  return url === undefined ? ServerDouble.start() : { url, stop: async () => undefined };
}
