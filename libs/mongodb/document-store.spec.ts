import { MongoClient } from 'mongodb';
import { UnknownCollection } from '#libs/event-sourcing/document-request';
import { MongoDocumentStore } from '#libs/mongodb/document-store';
import { MACHINE_TIMING } from '#libs/stores/machine-timing';
import { type MongoPlace, onMongoDb } from '#test/support/document-places';
import { position } from '#test/support/position';

onMongoDb((newPlace) => {
  let place: MongoPlace;
  let client: MongoClient;
  let store: MongoDocumentStore;
  const opened: MongoDocumentStore[] = [];
  const open = async (): Promise<MongoDocumentStore> => {
    const another = await MongoDocumentStore.open(place.at.mongodb, place.at.database, { timing: MACHINE_TIMING });
    opened.push(another);
    return another;
  };
  beforeEach(async () => {
    place = await newPlace();
    client = new MongoClient(place.at.mongodb);
    store = await open();
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
    await client.close();
    await place.remove();
  });
  const document = (to: number, loaded?: number, body: object = { area: '350100' }) => ({
    key: 'a',
    body,
    position: position(to),
    loaded: loaded === undefined ? undefined : position(loaded),
  });
  const raw = (collection: string) => client.db(place.at.database).collection<{ _id: string }>(collection);

  describe('documents in MongoDB', () => {
    it('lie as a reader of the database would wish', async () => {
      await store.declare('cases', []);
      await store.write('cases', [document(1, undefined, { area: '350100', stages: [{ name: '立案' }] })]);
      expect(await raw('cases').findOne()).toEqual({ _id: 'a', _pos: position(1), body: { area: '350100', stages: [{ name: '立案' }] } });
    });

    it('are indexed by each member that is declared, with the key behind it', async () => {
      await store.declare('cases', ['area']);
      await store.declare('cases', ['area', 'stage']);
      const indexes = await raw('cases').listIndexes().toArray();
      expect(indexes.map(({ name, key }) => [name, key])).toEqual([
        ['_id_', { _id: 1 }],
        ['by_area', { 'body.area': 1, _id: 1 }],
        ['by_stage', { 'body.stage': 1, _id: 1 }],
      ]);
    });

    it('are indexed once, whoever declares them at the same moment', async () => {
      const other = await open();
      const members = ['area', 'stage', 'holder', 'dueAt'];
      await Promise.all([store, other, store, other].map((each) => each.declare('cases', members)));
      await other.declare('cases', [...members, 'kind']);
      const indexes = await raw('cases').listIndexes().toArray();
      expect(indexes.map(({ name }) => name).sort()).toEqual(['_id_', 'by_area', 'by_dueAt', 'by_holder', 'by_kind', 'by_stage']);
    });

    it('are guarded also between two processes', async () => {
      await store.declare('cases', []);
      const other = await open();
      const created = await Promise.all([store, other].map((each, index) => each.write('cases', [document(index + 1)])));
      expect(created.flat()).toEqual(['a']);
      const [now] = await store.get('cases', ['a']);
      const at = Number(now?.position);
      const replaced = await Promise.all([store, other].map((each, index) => each.write('cases', [document(index + 8, at)])));
      expect(replaced.flat()).toEqual(['a']);
    });

    it('stand, when another wrote the very same', async () => {
      await store.declare('cases', []);
      await store.write('cases', [document(1)]);
      expect(await store.write('cases', [document(2, 1)])).toEqual([]);
      expect(await store.write('cases', [document(2, 1)])).toEqual([]);
      expect(await store.write('cases', [document(2, 1, { area: '350200' })])).toEqual(['a']);
    });

    it('are gone for all processes once they were dropped, and a late write does not bring the collection back', async () => {
      await store.declare('cases', ['area']);
      const other = await open();
      await other.write('cases', [document(1)]);
      await store.drop('cases');
      await expect(other.write('cases', [document(1)])).rejects.toBeInstanceOf(UnknownCollection);
      expect(await client.db(place.at.database).listCollections({ name: 'cases' }).toArray()).toEqual([]);
    });

    it.each([[{ $ne: null }], [{ $gt: '' }], [{ $where: 'true' }]])('are not found by %j in the place of a value', async (operator) => {
      await store.declare('cases', ['area']);
      await store.write('cases', [document(1)]);
      const value = operator as unknown as string;
      expect(await store.find('cases', { where: { area: value }, limit: 9 })).toEqual([]);
      expect(await store.find('cases', { order: { member: 'area' }, after: { key: 'a', value }, limit: 9 })).toEqual([]);
    });

    it.each([['_checkpoints'], ['system.users'], ['a$b'], [''], ['a\0b'], ['x'.repeat(200)]])('cannot be in a collection called %j', async (name) => {
      await expect(store.declare(name, [])).rejects.toThrow(RangeError);
    });
  });
});
