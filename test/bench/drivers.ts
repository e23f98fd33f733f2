import { randomUUID } from 'node:crypto';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { EventStoreDbStore } from '#libs/eventstoredb/event-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { MACHINE_TIMING } from '#libs/stores/machine-timing';
import { type Line, line } from '#test/bench/bench-line';
import { median, registration, seconds } from '#test/bench/work';
import { mongoPlaceIn, newSqlitePlace, openDocuments } from '#test/support/document-places';
import { hasMongoServer, startMongoServer } from '#test/support/mongodb-server';
import { position } from '#test/support/position';
import { startServerUnderTest } from '#test/support/server-under-test';
import { temporaryFolder } from '#test/support/temporary-folder';

const ROUNDS = 3;
const APPENDS = 100;
const CLIENTS = 64;
const EACH = 10;
const BATCHES = 2;
const BATCH = 100;

const indexes = (length: number): readonly number[] => Array.from({ length }, (_none, at) => at);

interface Peers<S> {
  readonly embedded: S;
  readonly server: S;
  /** What stands behind the driver of the server. */
  readonly served: string;
}

/** They take turns, so that both meet the same machine, and do the same: `work` is told how much was done before. */
async function side<S>(peers: Peers<S>, what: string, count: number, work: (store: S, done: number) => Promise<unknown>): Promise<Line> {
  const pairs: { embedded: number; server: number }[] = [];
  for (const round of indexes(ROUNDS)) {
    const rate = async (store: S): Promise<number> => count / (await seconds(() => work(store, round * count)));
    pairs.push({ embedded: await rate(peers.embedded), server: await rate(peers.server) });
  }
  const ours = median(pairs.map(({ embedded }) => embedded));
  const theirs = median(pairs.map(({ server }) => server));
  return line(`SQLite driver / ${peers.served}: ${what} (per second)`, ours, theirs, 'peer', median(pairs.map((pair) => pair.embedded / pair.server)));
}

async function append(store: EventStore, at: number): Promise<void> {
  const { stream, event } = registration(at);
  await store.append(stream, 'no_stream', [event]);
}

async function scan(store: EventStore): Promise<void> {
  let page = await store.readAll({ max: 1000 });
  while (!page.atHead) page = await store.readAll({ after: page.scannedTo, max: 1000 });
}

async function ofEvents(peers: Peers<EventStore>): Promise<readonly Line[]> {
  const first = ROUNDS * APPENDS;
  const crowd = CLIENTS * EACH;
  return [
    await side(peers, 'appends of one caller', APPENDS, async (store, done) => {
      for (const at of indexes(APPENDS)) await append(store, done + at);
    }),
    await side(peers, `appends of ${CLIENTS} callers`, crowd, (store, done) =>
      Promise.all(indexes(CLIENTS).map(async (client) => {
        for (const at of indexes(EACH)) await append(store, first + done + client * EACH + at);
      })),
    ),
    await side(peers, 'events of a full scan', first + ROUNDS * crowd, scan),
  ];
}

async function eventStores(): Promise<readonly Line[]> {
  const folder = temporaryFolder();
  const served = await startServerUnderTest();
  const embedded = await SqliteEventStore.open(folder.file('events.db'));
  const server = await EventStoreDbStore.open(served.url, { log: `bench-${randomUUID()}`, timing: MACHINE_TIMING });
  try {
    return await ofEvents({ embedded, server, served: `EventStoreDB driver on ${process.env['EVENTSTORE_URL'] === undefined ? 'the double' : 'a real server'}` });
  } finally {
    await server.close();
    await embedded.close();
    await served.stop();
    folder.remove();
  }
}

async function ofDocuments(peers: Peers<DocumentStore>): Promise<readonly Line[]> {
  const collection = 'bench';
  for (const store of [peers.embedded, peers.server]) await store.declare(collection, ['area']);
  const keys = (batch: number): readonly string[] => indexes(BATCH).map((at) => `d${batch * BATCH + at}`);
  const count = BATCHES * BATCH;
  return [
    await side(peers, `documents written, ${BATCH} a batch`, count, async (store, done) => {
      for (const batch of indexes(BATCHES)) {
        const writes = keys(done / BATCH + batch).map((key) => ({ key, position: position(1), loaded: undefined, body: registration(done + batch).event.data }));
        const missed = await store.write(collection, writes);
        if (missed.length > 0) throw new Error(`not written: ${missed.join()}`);
      }
    }),
    await side(peers, `documents got by key, ${BATCH} at a time`, count, async (store, done) => {
      for (const batch of indexes(BATCHES)) await store.get(collection, keys(done / BATCH + batch));
    }),
    await side(peers, `documents found by an index, ${BATCH} a page`, count, async (store) => {
      for (const _batch of indexes(BATCHES)) await store.find(collection, { where: { area: '3501' }, limit: BATCH });
    }),
  ];
}

/** Nothing where there is no server: that is said beside the lines, which stay what was measured. */
async function documentStores(): Promise<readonly Line[]> {
  if (!hasMongoServer) {
    console.error('⚠ SQLite driver / MongoDB driver: SKIPPED, MONGODB_URL is not set and FerretDB is not built (`npm test` builds it)');
    return [];
  }
  const server = await startMongoServer();
  const [here, there] = [await newSqlitePlace(), await mongoPlaceIn(server)];
  const stores = { embedded: await openDocuments(here.at), server: await openDocuments(there.at) };
  try {
    return await ofDocuments({ ...stores, served: `MongoDB driver on ${process.env['MONGODB_URL'] === undefined ? 'FerretDB' : 'a given server'}` });
  } finally {
    for (const store of Object.values(stores)) await store.close();
    for (const place of [here, there]) await place.remove();
    await server.stop();
  }
}

/** The drivers of each port on the same work. The double does not sync its log to the disk and says nothing of a real server. */
export const drivers = async (): Promise<readonly Line[]> => [...(await eventStores()), ...(await documentStores())];
