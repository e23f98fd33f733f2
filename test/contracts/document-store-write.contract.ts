import type { DocumentStore, DocumentWrite } from '#libs/event-sourcing/document-store';
import type { Opened } from '#test/support/opened-store';
import { position } from '#test/support/position';

/** More than any driver reads at once. */
const MANY = 1_100;

const write = (key: string, from: number | undefined, to: number, body: object | null = { at: to }): DocumentWrite => ({
  key,
  body,
  position: position(to),
  loaded: from === undefined ? undefined : position(from),
});

export function writeContract(opened: () => Opened<DocumentStore>): void {
  const store = () => opened().store;
  const positions = async (...keys: string[]) => (await store().get('cases', keys)).map((document) => [document.key, Number(document.position)]);
  const scanned = async (collection: string) => {
    const keys: string[] = [];
    for await (const { key } of store().scan(collection)) keys.push(key);
    return keys;
  };

  beforeEach(() => store().declare('cases', ['area']));

  describe('writing under a guard', () => {
    it('creates a document that was not there', async () => {
      expect(await store().write('cases', [write('a', undefined, 5)])).toEqual([]);
      expect(await store().get('cases', ['a'])).toEqual([{ key: 'a', position: position(5), body: { at: 5 } }]);
    });

    it('does not create a document that is there', async () => {
      await store().write('cases', [write('a', undefined, 5)]);
      expect(await store().write('cases', [write('a', undefined, 7)])).toEqual(['a']);
      expect(await positions('a')).toEqual([['a', 5]]);
    });

    it('replaces a document at the position that was loaded', async () => {
      await store().write('cases', [write('a', undefined, 5)]);
      expect(await store().write('cases', [write('a', 5, 7)])).toEqual([]);
      expect(await store().get('cases', ['a'])).toEqual([{ key: 'a', position: position(7), body: { at: 7 } }]);
    });

    it.each([[4], [6], [7]])('does not replace a document at 5 that was loaded at %d', async (loaded) => {
      await store().write('cases', [write('a', undefined, 5)]);
      expect(await store().write('cases', [write('a', loaded, 9)])).toEqual(['a']);
      expect(await positions('a')).toEqual([['a', 5]]);
    });

    it('does not replace a document that is not there', async () => {
      expect(await store().write('cases', [write('a', 5, 7)])).toEqual(['a']);
      expect(await positions('a')).toEqual([]);
    });

    it('writes the others of a batch when one guard fails', async () => {
      await store().write('cases', [write('a', undefined, 1), write('b', undefined, 2)]);
      const missed = await store().write('cases', [write('a', 1, 5), write('b', 1, 5), write('c', undefined, 5), write('d', 1, 5)]);
      expect([...missed].sort()).toEqual(['b', 'd']);
      expect(await positions('a', 'b', 'c', 'd')).toEqual([['a', 5], ['b', 2], ['c', 5]]);
    });

    it('lets one of several writers win that loaded the same', async () => {
      await store().write('cases', [write('a', undefined, 1)]);
      const missed = await Promise.all([2, 3, 4, 5].map((to) => store().write('cases', [write('a', 1, to)])));
      expect(missed.filter((keys) => keys.length === 0)).toHaveLength(1);
    });

    it('refuses a batch that names a key twice', async () => {
      await expect(store().write('cases', [write('a', undefined, 1), write('a', undefined, 2)])).rejects.toThrow();
      expect(await positions('a')).toEqual([]);
    });

    it('takes an empty batch', async () => {
      expect(await store().write('cases', [])).toEqual([]);
    });
  });

  describe('a tombstone', () => {
    beforeEach(async () => {
      await store().write('cases', [write('a', undefined, 5), write('b', undefined, 5)]);
      await store().write('cases', [write('a', 5, 6, null)]);
    });

    it('keeps the position as a guard', async () => {
      expect(await store().get('cases', ['a'])).toEqual([{ key: 'a', position: position(6), body: null }]);
      expect(await store().write('cases', [write('a', undefined, 7)])).toEqual(['a']);
    });

    it('is left out by find and kept by scan', async () => {
      expect((await store().find('cases', { limit: 10 })).map(({ key }) => key)).toEqual(['b']);
      expect(await scanned('cases')).toEqual(['a', 'b']);
    });

    it('can become a document again', async () => {
      expect(await store().write('cases', [write('a', 6, 7)])).toEqual([]);
      expect((await store().find('cases', { limit: 10 })).map(({ key }) => key)).toEqual(['a', 'b']);
    });
  });

  describe('the content', () => {
    it('is kept exactly', async () => {
      const body = { text: '省级督导 🀄 \u0000 \ud800 "\\', nested: { list: [1, -0.5, null, true, { $set: 1, 'a.b': 2 }] } };
      await store().write('cases', [write("闽-1'; --", undefined, 5, body)]);
      expect(await store().get('cases', ["闽-1'; --"])).toEqual([{ key: "闽-1'; --", position: position(5), body }]);
    });

    it('is the body as it was when the write was called', async () => {
      const body = { count: 1 };
      const written = store().write('cases', [write('a', undefined, 5, body)]);
      body.count = 2;
      await written;
      expect((await store().get('cases', ['a']))[0]?.body).toEqual({ count: 1 });
    });
  });

  describe('a collection', () => {
    it('is scanned in the order of its keys, however long', async () => {
      const keys = Array.from({ length: MANY }, (_, index) => `case-${String((index * 7) % MANY).padStart(5, '0')}`);
      await store().write('cases', keys.map((key) => write(key, undefined, 1)));
      expect(await scanned('cases')).toEqual(keys.toSorted());
    });

    it('is apart from others, also from one that differs in case', async () => {
      await store().declare('Cases', []);
      await store().declare('cases.v1.2', []);
      await store().write('cases', [write('a', undefined, 5)]);
      expect(await store().get('Cases', ['a'])).toEqual([]);
      expect(await scanned('cases.v1.2')).toEqual([]);
    });

    it('may be declared again, with more members', async () => {
      await store().write('cases', [write('a', undefined, 5, { area: '350100', stage: 'open' })]);
      await store().declare('cases', ['area', 'stage']);
      expect(await store().find('cases', { where: { area: '350100', stage: 'open' }, limit: 1 })).toHaveLength(1);
    });

    it('may be declared by many at once and again, whatever of its members it has', async () => {
      const members = ['area', 'stage', 'holder', 'dueAt', 'kind'];
      const all = members.map((_member, at) => members.slice(0, at + 1));
      await Promise.all([...all, ...all].map((some) => store().declare('many', some)));
      for (const some of all.toReversed()) await store().declare('many', some);
      await store().write('many', [write('a', undefined, 5, { kind: 'open' })]);
      for (const member of members) expect(await store().find('many', { order: { member }, limit: 1 })).toHaveLength(1);
    });

    it('is empty after it was dropped and declared again', async () => {
      await store().write('cases', [write('a', undefined, 5)]);
      await store().drop('cases');
      await store().declare('cases', ['area']);
      expect(await positions('a')).toEqual([]);
      expect(await store().write('cases', [write('a', undefined, 1)])).toEqual([]);
    });

    it('may be dropped when it is not there', async () => {
      await expect(store().drop('nothing')).resolves.toBeUndefined();
    });
  });

  describe('opening again', () => {
    it('finds what was written', async () => {
      await store().write('cases', [write('a', undefined, 5, { area: '350100' })]);
      const after = await opened().reopen();
      expect(await after.find('cases', { where: { area: '350100' }, limit: 5 })).toEqual([{ key: 'a', position: position(5), body: { area: '350100' } }]);
    });
  });
}
