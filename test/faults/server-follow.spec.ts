import type { EventStoreDbStore } from '#libs/eventstoredb/event-store';
import { StoreUnavailable } from '#libs/event-sourcing/store-error';
import { restAfter } from '#libs/eventstoredb/subscribe';
import type { Timing } from '#libs/event-sourcing/timing';
import { MACHINE_TIMING } from '#libs/stores/machine-timing';
import { ServerDouble } from '#test/doubles/eventstoredb/double';
import type { Call, Misfortune } from '#test/doubles/eventstoredb/faults';
import { Follower } from '#test/support/follower';
import { newEvents } from '#test/support/new-event';
import type { Opened } from '#test/support/opened-store';
import { readLog } from '#test/support/read-log';
import { openedOnServer } from '#test/support/server-under-test';

/** No rest is as long. */
const DEADLINE = 20_000;
const BROKEN: readonly Misfortune[] = ['notLeader', 'unavailable', 'cancelled'];

let server: ServerDouble;
let opened: Opened<EventStoreDbStore>[];
const open = async (options = {}): Promise<EventStoreDbStore> => {
  const one = await openedOnServer(server.url, options);
  opened.push(one);
  return one.store;
};

beforeEach(async () => {
  server = await ServerDouble.start();
  opened = [];
});
afterEach(async () => {
  for (const one of opened) await one.close();
  await server.stop();
});

describe('a reading', () => {
  it.each(BROKEN)('(%s) is asked once more', async (misfortune) => {
    const store = await open();
    const { position } = await store.append('case-1', 'no_stream', newEvents(3));
    await server.fail('read', misfortune);
    expect(await readLog(store)).toHaveLength(3);
    await server.fail('read', misfortune);
    expect(await store.head()).toBe(position);
    await server.fail('read', misfortune);
    expect((await store.readStream('case-1')[Symbol.asyncIterator]().next()).value).toMatchObject({ revision: 0 });
  });

  it.each(BROKEN)('(%s) fails when it breaks off again', async (misfortune) => {
    const store = await open();
    await server.fail('read', misfortune, 2);
    await expect(store.readAll({ max: 1 })).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.readAll({ max: 1 })).resolves.toMatchObject({ atHead: true });
  });

  it('that is not answered fails after its deadline', async () => {
    const store = await open({ deadline: 500 });
    await server.fail('read', 'silent');
    await expect(store.head()).rejects.toThrow('none within 500 ms');
  });

  it('goes on after the server was restarted, and so does writing', async () => {
    const store = await open();
    await store.append('case-1', 'no_stream', newEvents(2));
    await server.kill();
    await expect(store.head()).rejects.toBeInstanceOf(StoreUnavailable);
    await server.startAgain();
    expect(await readLog(store)).toHaveLength(2);
    await expect(store.append('case-1', 1, newEvents(1))).resolves.toMatchObject({ revision: 2 });
  });

  it('looks no further back than to where the log begins', async () => {
    await (await open()).append('case-1', 'no_stream', newEvents(200));
    const store = await open();
    const before = (await server.calls()).read;
    expect([await store.head(), await readLog(store)]).toEqual([undefined, []]);
    expect((await server.calls()).read).toBe(before + 2);
  });

  it('of a server that is not there does not open a log', async () => {
    await server.kill();
    await expect(open({ deadline: 2_000 })).rejects.toBeInstanceOf(StoreUnavailable);
    await server.startAgain();
  });
});

describe('a follower', () => {
  /** Until it waits for the server, and has lost what it waited with. */
  const dropped = async (misfortune: 'ends' | 'unavailable'): Promise<void> => {
    while ((await server.dropSubscriptions(misfortune)) === 0);
  };
  const append = (store: EventStoreDbStore, last: number, count: number): Promise<unknown> =>
    store.append('case-1', last === -1 ? 'no_stream' : last, newEvents(count));

  it.each(['ends', 'unavailable'] as const)('misses nothing when its subscription %s, again and again', async (misfortune) => {
    const store = await open();
    const follower = new Follower(store);
    for (let last = -1; last < 5; last += 2) {
      await dropped(misfortune);
      await append(store, last, 2);
      await follower.saw(last + 3);
    }
    await follower.stop();
    expect(follower.seen).toEqual(await readLog(store));
  });

  it.each<[Call, Misfortune]>([
    ...BROKEN.map((misfortune): [Call, Misfortune] => ['subscribe', misfortune]), ['subscribe', 'ends'],
    ...BROKEN.map((misfortune): [Call, Misfortune] => ['read', misfortune]), ['read', 'silent'],
  ])('goes on when its calls to %s meet, three times: %s', async (call, misfortune) => {
    const store = await open({ deadline: 500 });
    await append(store, -1, 1);
    await server.fail(call, misfortune, 3);
    const follower = new Follower(store);
    await append(store, 0, 3);
    await follower.saw(4);
    await follower.stop();
    expect(follower.seen).toEqual(await readLog(store));
  });

  it('looks for himself when the server has forgotten him', async () => {
    const store = await open({ lookEvery: 200 });
    await server.fail('subscribe', 'silent', 100);
    const follower = new Follower(store);
    await append(store, -1, 2);
    expect(await follower.saw(2)).toHaveLength(2);
    await append(store, 1, 2);
    expect(await follower.saw(4)).toHaveLength(4);
    await follower.stop();
  });

  it('asks for no more than he has taken', async () => {
    const store = await open();
    await append(store, -1, 200);
    const stop = new AbortController();
    const pages = store.subscribe({ max: 5, signal: stop.signal });
    await pages.next();
    const before = (await server.calls()).read;
    await append(store, 199, 200);
    expect((await server.calls()).read).toBe(before);
    await pages.next();
    expect((await server.calls()).read).toBe(before + 1);
    stop.abort();
  });

  it('ends when he is told to while the server is silent', async () => {
    const store = await open({ deadline: 60_000 });
    await server.fail('read', 'silent');
    const stop = new AbortController();
    const next = store.subscribe({ signal: stop.signal }).next();
    while ((await server.calls()).read === 0);
    stop.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it('ends when he is told to while he rests', async () => {
    const store = await open();
    const follower = new Follower(store);
    await server.kill();
    await follower.stop();
    expect(follower.seen).toEqual([]);
    await server.startAgain();
  });

  it('does not hide that he may not read', async () => {
    const store = await open();
    await server.fail('read', 'denied');
    await expect(store.subscribe({ signal: new AbortController().signal }).next()).rejects.toMatchObject({ type: 'access-denied' });
  });

  it('rests the longer, up to a limit, the more often he failed, and never as long as others', () => {
    const rests = [1, 2, 3, 8, 20].map((failures) => [restAfter(failures, 0), restAfter(failures, 1)]);
    expect(rests).toEqual([[50, 100], [100, 200], [200, 400], [5_000, 10_000], [5_000, 10_000]]);
  });

  it('takes time and chance from who opened the store', async () => {
    const rested: number[] = [];
    const timing: Timing = {
      after: (milliseconds, then) => {
        if (milliseconds >= DEADLINE) return MACHINE_TIMING.after(milliseconds, then);
        rested.push(milliseconds);
        return MACHINE_TIMING.after(0, then);
      },
      chance: () => 0.5,
    };
    const store = await open({ deadline: DEADLINE, lookEvery: DEADLINE, timing });
    await store.append('case-1', 'no_stream', newEvents(1));
    // Each reading is asked once more: three of them fail.
    await server.fail('read', 'unavailable', 6);
    const follower = new Follower(store);
    expect(await follower.saw(1)).toHaveLength(1);
    expect(rested).toEqual([75, 150, 300]);
    await follower.stop();
  });
});
