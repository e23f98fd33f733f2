import type { GlobalPosition, RecordedEvent } from '#libs/event-sourcing/event';
import type { EventStore, Page } from '#libs/event-sourcing/event-store';
import { newEvents } from '#test/support/new-event';
import type { Opened } from '#test/support/opened-store';
import { readLog } from '#test/support/read-log';

const EVENTS = 12;
const PAGE = 5;

export function subscribeContract(opened: () => Opened<EventStore>): void {
  const store = () => opened().store;
  const written = async (): Promise<readonly RecordedEvent[]> => {
    for (let index = 0; index < EVENTS; index += 1) {
      await store().append(`${index % 3 === 0 ? 'draw' : 'case'}-${index}`, 'no_stream', newEvents(1));
    }
    return readLog(store());
  };

  /** Follows the log until `count` events came. */
  const follow = async (count: number, after?: GlobalPosition, categories?: readonly string[]): Promise<readonly RecordedEvent[]> => {
    const stop = new AbortController();
    const seen: RecordedEvent[] = [];
    const subscription = store().subscribe({ after, max: PAGE, signal: stop.signal, ...(categories && { categories }) });
    for await (const page of subscription) {
      seen.push(...page.events);
      if (seen.length >= count) stop.abort();
    }
    return seen;
  };

  describe('following the log', () => {
    it('yields what is there, then what comes', async () => {
      const before = await written();
      const following = follow(EVENTS + 2);
      await store().append('case-99', 'no_stream', newEvents(1));
      await store().append('case-99', 0, newEvents(1));
      expect((await following).slice(0, EVENTS)).toEqual(before);
      expect(await following).toEqual(await readLog(store()));
    });

    it('sees every event once and in order while others append', async () => {
      const following = follow(64);
      const streams = Array.from({ length: 32 }, (_, index) => `case-${index}`);
      await Promise.all(streams.map(async (stream) => {
        await store().append(stream, 'no_stream', newEvents(1));
        await store().append(stream, 0, newEvents(1));
      }));
      expect(await following).toEqual(await readLog(store()));
    });

    it('yields only the categories that were asked for', async () => {
      const log = await written();
      expect(await follow(4, undefined, ['draw'])).toEqual(log.filter((event) => event.stream.startsWith('draw-')));
    });

    it('moves past events that were left out', async () => {
      const log = await written();
      const stop = new AbortController();
      let last: Page | undefined;
      for await (const page of store().subscribe({ categories: ['complaint'], signal: stop.signal })) {
        last = page;
        if (page.scannedTo === log.at(-1)?.position) stop.abort();
      }
      expect(last).toMatchObject({ events: [], atHead: true });
    });

    it('serves several followers', async () => {
      const followers = [follow(EVENTS), follow(EVENTS), follow(EVENTS)];
      const log = await written();
      expect(await Promise.all(followers)).toEqual([log, log, log]);
    });
  });

  describe('following again after the follower died', () => {
    /** Handles events until it dies, and saves a checkpoint after each page that it has handled whole. */
    const dieAfter = async (events: number): Promise<{ handled: readonly RecordedEvent[]; checkpoint: GlobalPosition | undefined }> => {
      const handled: RecordedEvent[] = [];
      let checkpoint: GlobalPosition | undefined;
      for await (const page of store().subscribe({ max: PAGE, signal: new AbortController().signal })) {
        handled.push(...page.events.slice(0, events - handled.length));
        if (handled.length === events) break;
        checkpoint = page.scannedTo;
      }
      return { handled, checkpoint };
    };

    it.each(Array.from({ length: EVENTS }, (_, index) => index + 1))('handles each event at least once, in order, when it died in event %d', async (events) => {
      const log = await written();
      const { handled, checkpoint } = await dieAfter(events);
      const rest = log.filter(({ position }) => position > (checkpoint ?? ''));
      const again = await follow(rest.length, checkpoint);
      expect(again).toEqual(rest);
      expect(handled).toEqual(log.slice(0, events));
      expect(log.length - again.length).toBeLessThanOrEqual(events);
    });

    it('continues where it was after the store was opened again', async () => {
      const log = await written();
      const { checkpoint } = await dieAfter(7);
      const after = await opened().reopen();
      const stop = new AbortController();
      for await (const page of after.subscribe({ after: checkpoint, signal: stop.signal })) {
        expect(page.events).toEqual(log.slice(PAGE));
        stop.abort();
      }
    });
  });

  describe('aborting', () => {
    const subscription = (signal: AbortSignal) => store().subscribe({ max: PAGE, signal })[Symbol.asyncIterator]();

    it('yields nothing when aborted before it starts', async () => {
      await written();
      expect(await subscription(AbortSignal.abort()).next()).toEqual({ done: true, value: undefined });
    });

    it('ends a follower that waits at the head', async () => {
      const stop = new AbortController();
      const next = subscription(stop.signal).next();
      stop.abort();
      expect(await next).toEqual({ done: true, value: undefined });
    });

    it('ends a follower before its next page', async () => {
      await written();
      const stop = new AbortController();
      const pages = subscription(stop.signal);
      expect((await pages.next()).value).toMatchObject({ atHead: false });
      stop.abort();
      expect(await pages.next()).toEqual({ done: true, value: undefined });
    });
  });
}
