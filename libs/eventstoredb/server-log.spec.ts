import { randomUUID } from 'node:crypto';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { StoreClosed } from '#libs/event-sourcing/store-error';
import { EventStoreDbStore } from '#libs/eventstoredb/event-store';
import { UnreadableEvent } from '#libs/eventstoredb/read';
import { MACHINE_TIMING } from '#libs/stores/machine-timing';
import { newEvent, newEvents } from '#test/support/new-event';
import { pagesAfter, readLog } from '#test/support/read-log';
import { type ServerUnderTest, startServerUnderTest } from '#test/support/server-under-test';

let server: ServerUnderTest;
let client: EventStoreDBClient;
let log: string;
let opened: EventStoreDbStore[];
const open = async (name = log): Promise<EventStoreDbStore> => {
  const store = await EventStoreDbStore.open(server.url, { log: name, timing: MACHINE_TIMING });
  opened.push(store);
  return store;
};

beforeAll(async () => {
  server = await startServerUnderTest();
  client = EventStoreDBClient.connectionString(server.url);
});
afterAll(async () => {
  await client.dispose();
  await server.stop();
});
beforeEach(() => {
  log = `test-${randomUUID()}`;
  opened = [];
});
afterEach(() => Promise.all(opened.map((store) => store.close())));

describe('a log on a server', () => {
  it('is one log to all who open it, also at once', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    expect(one?.storeId).toBe(other?.storeId);
    await one?.append('case-1', 'no_stream', newEvents(1));
    expect(await readLog(other ?? (await open()))).toHaveLength(1);
  });

  it('is another log than its neighbours, and sees nothing of them', async () => {
    const neighbour = await open(`${log}-neighbour`);
    await neighbour.append('case-1', 'no_stream', newEvents(2));
    const store = await open();
    await neighbour.append('case-1', 1, newEvents(2));
    expect(store.storeId).not.toBe(neighbour.storeId);
    expect([await store.head(), await readLog(store)]).toEqual([undefined, []]);
    const { position } = await store.append('case-1', 'no_stream', newEvents(1));
    await neighbour.append('case-1', 3, newEvents(2));
    expect(await store.head()).toBe(position);
    expect(await store.readAll({ after: position, max: 5 })).toEqual({ events: [], scannedTo: position, atHead: true });
    expect(await readLog(store)).toHaveLength(1);
    expect(await readLog(neighbour)).toHaveLength(6);
  });

  it('measures its length in bytes', async () => {
    const store = await open();
    await store.append('case-1', 'no_stream', [newEvent({ data: { text: 'x'.repeat(5_000) } }), newEvent()]);
    const [first, second] = await readLog(store);
    expect(store.distance(undefined, undefined)).toBe(0);
    expect(store.distance(undefined, first?.position)).toBeGreaterThan(0);
    expect(store.distance(first?.position, second?.position)).toBeGreaterThan(5_000);
  });

  it('knows events that another process has stored, or the same before it was opened again', async () => {
    const store = await open();
    const batch = newEvents(2);
    const first = await store.append('case-1', 'no_stream', batch);
    expect(await (await open()).append('case-1', 'no_stream', batch)).toEqual({ ...first, repeated: true });
  });

  it('comes back from a long search without finds, to search on', async () => {
    const store = await open();
    for (let revision = -1; revision < 4_999; revision += 1_000) {
      await store.append('supervisor-1', revision === -1 ? 'no_stream' : revision, newEvents(1_000));
    }
    await store.append('supervisor-1', 4_999, newEvents(1));
    await store.append('case-1', 'no_stream', newEvents(1));
    const pages = await pagesAfter(store, undefined, 100, ['case']);
    expect(pages.map((page) => [page.events.length, page.atHead])).toEqual([[0, false], [1, true]]);
  }, 60_000);

  it.each(['', 'a.b', 'dudao/1', '$all', '督导'])('cannot be named %j', async (name) => {
    await expect(open(name)).rejects.toThrow(RangeError);
  });

  it('is not opened over a secure connection without saying as whom', async () => {
    await expect(EventStoreDbStore.open('esdb://127.0.0.1:2113', { timing: MACHINE_TIMING })).rejects.toThrow('esdb://user:password@host');
  });
});

describe('an append to a server', () => {
  it.each(['', 'case-\0', 'case-\ud800'])('refuses the name %j, which would not come back as it went in', async (name) => {
    const store = await open();
    await expect(store.append(name, 'no_stream', newEvents(1))).rejects.toThrow(RangeError);
    await expect(store.append('case-1', 'no_stream', [newEvent({ type: name })])).rejects.toThrow(RangeError);
    expect(await readLog(store)).toEqual([]);
  });

  it.each(['1', randomUUID().toUpperCase(), `{${randomUUID()}}`])('refuses the id %s, which is no UUID as the server writes it', async (id) => {
    await expect((await open()).append('case-1', 'no_stream', [newEvent({ id })])).rejects.toThrow(RangeError);
  });

  it.each(['1.0', '12345678901234567890'])('refuses the number %s, which would be stored as another text', async (text) => {
    const number = (JSON as unknown as { readonly rawJSON: (text: string) => object }).rawJSON(text);
    await expect((await open()).append('case-1', 'no_stream', [newEvent({ data: { number } })])).rejects.toThrow(RangeError);
  });

  it('refuses data that is no object once it is text', async () => {
    await expect((await open()).append('case-1', 'no_stream', [newEvent({ data: new Date(0) })])).rejects.toThrow(RangeError);
  });
});

describe('a reading from a server', () => {
  it.each(['3', '0000000000000000003x'])('refuses the position %s, which it did not give', async (after) => {
    await expect((await open()).readAll({ after, max: 1 })).rejects.toThrow(RangeError);
  });

  it.each([0, -1, 1.5])('refuses a page of %d events', async (max) => {
    await expect((await open()).readAll({ max })).rejects.toThrow(RangeError);
  });

  it.each([
    binaryEvent({ type: 'Picture', data: Buffer.from('{}'), metadata: {} }),
    jsonEvent({ type: 'WithoutMetadata', data: {} }),
    jsonEvent({ type: 'NotAnObject', data: 'text', metadata: {} }),
  ])('stops at an event that came in by another way: $type', async (event) => {
    const store = await open();
    await client.appendToStream(`${log}.case-1`, [event], { credentials: { username: 'x', password: 'x' } });
    await expect(readLog(store)).rejects.toBeInstanceOf(UnreadableEvent);
  });

  it('ends its followers with an error when the store is closed under them', async () => {
    const store = await open();
    const waiting = store.subscribe({ signal: new AbortController().signal })[Symbol.asyncIterator]().next();
    await store.close();
    await expect(waiting).rejects.toBeInstanceOf(StoreClosed);
    await expect(store.head()).rejects.toBeInstanceOf(StoreClosed);
  });
});
