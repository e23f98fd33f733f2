import { StoreUnavailable } from '#libs/event-sourcing/store-error';
import { MongoConnection } from '#libs/mongodb/connection';
import { MongoDocumentStore } from '#libs/mongodb/document-store';
import { MACHINE_TIMING } from '#libs/stores/machine-timing';
import { type MongoPlace, onMongoDb } from '#test/support/document-places';
import { FaultyLink } from '#test/support/faulty-link';
import { position } from '#test/support/position';

const IMPATIENT = { reach: 500, majority: 500, silence: 500 };

/** What a client has inside: a socket that is destroyed is not known to be closed until the next turn of the loop. */
interface Inside {
  readonly client: { readonly topology: { readonly s: { readonly servers: ReadonlyMap<string, InsideServer> } } };
}
interface InsideServer {
  readonly pool: { readonly connections: { toArray(): readonly InsideConnection[] } };
  readonly monitor: { readonly connection: InsideConnection; readonly monitorId: { _executeAndReschedule(): void } };
}
interface InsideConnection {
  readonly socket: { destroy(): void };
}
const serverOf = (connection: MongoConnection): InsideServer => [...(connection as unknown as Inside).client.topology.s.servers.values()][0] as InsideServer;

const NOBODY = 'mongodb://clerk:secret@127.0.0.1:1/';

describe('a MongoDB that is not there', () => {
  it('is told at once, by its place and without the password', async () => {
    const refused = await MongoDocumentStore.open(NOBODY, 'dudao', { patience: IMPATIENT, timing: MACHINE_TIMING }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreUnavailable);
    expect(String(refused)).toMatch(/^StoreUnavailable: MongoDB at 127.0.0.1:1 did not answer: /);
    expect(String(refused)).not.toContain('secret');
  });
});

onMongoDb((newPlace) => {
  let place: MongoPlace;
  let link: FaultyLink;
  let store: MongoDocumentStore;
  const document = { key: 'a', body: { area: '350100' }, position: position(1), loaded: undefined };
  const at = { position: position(5), storeId: 'store-1' };
  beforeEach(async () => {
    place = await newPlace();
    link = await FaultyLink.to(place.at.mongodb);
    // The driver looks for a lost server again after half a second at the earliest.
    store = await MongoDocumentStore.open(link.url, place.at.database, { patience: { ...IMPATIENT, reach: 5_000 }, timing: MACHINE_TIMING });
    await store.declare('cases', ['area']);
  });
  afterEach(async () => {
    await store.close();
    await link.close();
    await place.remove();
  });

  it('asks for the majority and the journal, whatever the URL says', async () => {
    const connection = await MongoConnection.open(`${link.url}/?w=1&journal=false&readConcernLevel=local&readPreference=nearest`, place.at.database, { timing: MACHINE_TIMING });
    const { writeConcern, readConcern, readPreference } = connection.collection('cases');
    await connection.close();
    expect([writeConcern, readConcern, readPreference]).toMatchObject([{ w: 'majority', journal: true, wtimeoutMS: 10_000 }, { level: 'majority' }, { mode: 'primary' }]);
  });

  describe('a write whose answer is lost', () => {
    it('is of unknown outcome; asked for again, it is there once', async () => {
      link.loseAnswersTo('insert');
      await expect(store.write('cases', [document])).rejects.toBeInstanceOf(StoreUnavailable);
      link.loseAnswersTo(undefined);
      expect(await store.write('cases', [document])).toEqual(['a']);
      expect(await store.get('cases', ['a'])).toEqual([{ key: 'a', body: document.body, position: position(1) }]);
    });

    it('may be a replacement', async () => {
      await store.write('cases', [document]);
      const next = { ...document, position: position(2), loaded: position(1) };
      link.loseAnswersTo('update');
      await expect(store.write('cases', [next])).rejects.toBeInstanceOf(StoreUnavailable);
      link.loseAnswersTo(undefined);
      expect(await store.write('cases', [next])).toEqual([]);
      expect(await store.get('cases', ['a'])).toMatchObject([{ position: position(2) }]);
    });

    it('may be a checkpoint or a pointer', async () => {
      link.loseAnswersTo('update');
      await expect(store.saveCheckpoint('cases', at)).rejects.toBeInstanceOf(StoreUnavailable);
      link.loseAnswersTo('insert');
      await expect(store.movePointer('cases', undefined, 'v1')).rejects.toBeInstanceOf(StoreUnavailable);
      link.loseAnswersTo(undefined);
      await store.saveCheckpoint('cases', at);
      expect(await store.checkpoint('cases')).toEqual(at);
      expect(await store.movePointer('cases', undefined, 'v1')).toBe(false);
      expect(await store.pointer('cases')).toBe('v1');
    });
  });

  it('goes on by itself after all connections were lost', async () => {
    await store.write('cases', [document]);
    link.break();
    expect(await store.get('cases', ['a'])).toHaveLength(1);
  });

  it('does not wait for ever for a server that is silent', async () => {
    link.fallSilent();
    await expect(store.checkpoint('cases')).rejects.toBeInstanceOf(StoreUnavailable);
  });

  describe('a client that loses what it writes to a dead socket', () => {
    let connection: MongoConnection;
    const limits = new Set<() => void>();
    const after = (_milliseconds: number, then: () => void) => {
      limits.add(then);
      return () => void limits.delete(then);
    };
    const nobody = (): Promise<unknown> => connection.ask(() => connection.collection('cases').findOne({ _id: 'nobody' }));
    beforeEach(async () => {
      connection = await MongoConnection.open(link.url, place.at.database, { patience: IMPATIENT, timing: { after } });
    });
    afterEach(() => connection.close());

    it('leaves no question without an end, and another takes its place', async () => {
      for (const { socket } of serverOf(connection).pool.connections.toArray()) socket.destroy();
      const lost = nobody();
      for (const then of limits) then();
      await expect(lost).rejects.toBeInstanceOf(StoreUnavailable);
      expect(await nobody()).toBeNull();
      expect(limits).toEqual(new Set());
    });

    it('is replaced where it has stopped looking for the server', async () => {
      const { monitor } = serverOf(connection);
      monitor.connection.socket.destroy();
      monitor.monitorId._executeAndReschedule();
      link.break();
      await expect(nobody()).rejects.toBeInstanceOf(StoreUnavailable);
      expect(await nobody()).toBeNull();
    });
  });
});
