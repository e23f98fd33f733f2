import { traced } from '#apps/server/src/telemetry/tracing';
import type { EventStore } from '#libs/event-sourcing/event-store';

/** The same store; tells how many seconds each durable append took. */
export const measured = (store: EventStore, appended: (seconds: number) => void): EventStore => ({
  storeId: store.storeId,
  append: async (stream, expected, events) => {
    const from = performance.now();
    const answer = await traced('append', () => store.append(stream, expected, events));
    appended((performance.now() - from) / 1000);
    return answer;
  },
  readStream: (stream, options) => store.readStream(stream, options),
  readAll: (options) => store.readAll(options),
  subscribe: (options) => store.subscribe(options),
  head: () => store.head(),
  distance: (after, upTo) => store.distance(after, upTo),
  close: () => store.close(),
});
