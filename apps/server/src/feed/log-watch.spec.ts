import { setImmediate } from 'node:timers/promises';
import { LogWatch } from '#apps/server/src/feed/log-watch';
import type { EventStore } from '#libs/event-sourcing/event-store';

/** A log to which nothing is written: how many follow it. */
class QuietLog implements Pick<EventStore, 'head' | 'subscribe'> {
  private following = 0;

  async head(): Promise<undefined> {
    return undefined;
  }

  async *subscribe({ signal }: Parameters<EventStore['subscribe']>[0]): ReturnType<EventStore['subscribe']> {
    this.following += 1;
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
    this.following -= 1;
    yield* [];
  }

  /** How many follow it once all that was begun is done. */
  async followers(): Promise<number> {
    for (let turn = 0; turn < 20; turn += 1) await setImmediate();
    return this.following;
  }
}

describe('the watch over the log', () => {
  it('follows it once for all, however they come and go, and not at all once the last has left', async () => {
    const log = new QuietLog();
    const watch = new LogWatch(log);
    const first = await watch.join();
    watch.leave();
    const others = await Promise.all([watch.join(), watch.join()]);
    expect(await log.followers()).toBe(1);
    others.push(await watch.join());
    expect([new Set(others).size, others.includes(first)]).toEqual([1, false]);
    for (const _each of others) watch.leave();
    expect(await log.followers()).toBe(0);
  });

  it('begins anew for the next where the log was away', async () => {
    const log = new QuietLog();
    log.head = () => Promise.reject(new Error('away'));
    const watch = new LogWatch(log);
    await expect(watch.join()).rejects.toThrow('away');
    log.head = async () => undefined;
    await watch.join();
    expect(await log.followers()).toBe(1);
    watch.leave();
    expect(await log.followers()).toBe(0);
  });
});
