import { UnknownCollection } from '#libs/event-sourcing/document-request';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import { StoreClosed } from '#libs/event-sourcing/store-error';
import type { Opened } from '#test/support/opened-store';
import { position } from '#test/support/position';

export function refusalsContract(opened: () => Opened<DocumentStore>): void {
  const store = () => opened().store;
  const document = { key: 'a', body: { area: '350100' }, position: position(1), loaded: undefined };

  describe('a collection that is not declared', () => {
    const refuses = async (collection: string): Promise<void> => {
      await expect(store().get(collection, ['a'])).rejects.toBeInstanceOf(UnknownCollection);
      await expect(store().find(collection, { limit: 1 })).rejects.toBeInstanceOf(UnknownCollection);
      await expect(store().write(collection, [document])).rejects.toBeInstanceOf(UnknownCollection);
      await expect(store().write(collection, [{ ...document, loaded: position(0) }])).rejects.toBeInstanceOf(UnknownCollection);
      await expect(store().scan(collection)[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(UnknownCollection);
    };

    it('is neither read nor written', () => refuses('other'));

    it('is one that was dropped, too', async () => {
      await store().declare('other', ['area']);
      await store().write('other', [document]);
      await store().drop('other');
      await refuses('other');
    });

    it.each(["x') --", '', '1a', 'a.b', '$where', '__proto__'])('stays so when it asks for an index of %j', async (member) => {
      await expect(store().declare('other', ['area', member])).rejects.toThrow(RangeError);
      await refuses('other');
    });
  });

  describe('a closed store', () => {
    it('refuses everything', async () => {
      await store().declare('other', []);
      await store().close();
      await expect(store().get('other', ['a'])).rejects.toBeInstanceOf(StoreClosed);
      await expect(store().write('other', [document])).rejects.toBeInstanceOf(StoreClosed);
      await expect(store().checkpoint('other')).rejects.toBeInstanceOf(StoreClosed);
      await expect(store().pointer('other')).rejects.toBeInstanceOf(StoreClosed);
      await expect(store().declare('other', [])).rejects.toBeInstanceOf(StoreClosed);
    });

    it('may be closed again', async () => {
      await store().close();
      await expect(store().close()).resolves.toBeUndefined();
    });
  });
}
