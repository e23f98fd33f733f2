import { CheckpointOfAnotherLog, type DocumentStore } from '#libs/event-sourcing/document-store';
import type { Opened } from '#test/support/opened-store';
import { position } from '#test/support/position';

export function progressContract(opened: () => Opened<DocumentStore>): void {
  const store = () => opened().store;
  const at = (number: number) => ({ position: position(number), storeId: 'store-1' });

  describe('a checkpoint', () => {
    it('is absent at first', async () => {
      expect(await store().checkpoint('cases')).toBeUndefined();
    });

    it('moves forward only', async () => {
      for (const [saved, kept] of [[5, 5], [7, 7], [6, 7], [7, 7], [12, 12], [9, 12]] as const) {
        await store().saveCheckpoint('cases', at(saved));
        expect(await store().checkpoint('cases')).toEqual(at(kept));
      }
    });

    it('keeps the furthest of several saved at once', async () => {
      await Promise.all([3, 9, 1, 8].map((number) => store().saveCheckpoint('cases', at(number))));
      expect(await store().checkpoint('cases')).toEqual(at(9));
    });

    it('is apart from others', async () => {
      await store().saveCheckpoint('cases', at(5));
      expect(await store().checkpoint('draws')).toBeUndefined();
    });

    it.each([4, 5, 6])('at 5 is kept when another log is at %d', async (number) => {
      await store().saveCheckpoint('cases', at(5));
      await expect(store().saveCheckpoint('cases', { position: position(number), storeId: 'store-2' })).rejects.toBeInstanceOf(CheckpointOfAnotherLog);
      expect(await store().checkpoint('cases')).toEqual(at(5));
    });

    it('starts anew after it was dropped', async () => {
      await store().saveCheckpoint('cases', at(5));
      await store().dropCheckpoint('cases');
      expect(await store().checkpoint('cases')).toBeUndefined();
      await store().saveCheckpoint('cases', { position: position(1), storeId: 'store-2' });
      expect(await store().checkpoint('cases')).toEqual({ position: position(1), storeId: 'store-2' });
    });
  });

  describe('a pointer', () => {
    it('is absent at first', async () => {
      expect(await store().pointer('cases')).toBeUndefined();
    });

    it('is set only if it was absent, when that is expected', async () => {
      expect(await store().movePointer('cases', undefined, 'v1')).toBe(true);
      expect(await store().movePointer('cases', undefined, 'v2')).toBe(false);
      expect(await store().pointer('cases')).toBe('v1');
    });

    it('moves only from where it is expected to be', async () => {
      expect(await store().movePointer('cases', 'v1', 'v2')).toBe(false);
      expect(await store().pointer('cases')).toBeUndefined();
      await store().movePointer('cases', undefined, 'v1');
      expect(await store().movePointer('cases', 'v0', 'v2')).toBe(false);
      expect(await store().movePointer('cases', 'v1', 'v2')).toBe(true);
      expect(await store().pointer('cases')).toBe('v2');
    });

    it.each<[string | undefined]>([[undefined], ['v1']])('is moved by one of many who expect %s', async (expected) => {
      if (expected !== undefined) await store().movePointer('cases', undefined, expected);
      const moved = await Promise.all(['a', 'b', 'c', 'd'].map((next) => store().movePointer('cases', expected, next)));
      expect(moved.filter(Boolean)).toHaveLength(1);
      expect(await store().pointer('cases')).toBe(['a', 'b', 'c', 'd'][moved.indexOf(true)]);
    });
  });

  describe('opening again', () => {
    it('finds checkpoints and pointers', async () => {
      await store().saveCheckpoint('cases', at(5));
      await store().movePointer('cases', undefined, 'v1');
      const after = await opened().reopen();
      expect(await after.checkpoint('cases')).toEqual(at(5));
      expect(await after.pointer('cases')).toBe('v1');
    });
  });
}
