import { SqliteEventStore } from '#libs/sqlite/event-store';
import { eventStoreContract } from '#test/contracts/event-store.contract';
import { temporaryFolder } from '#test/support/temporary-folder';

eventStoreContract('SQLite', async () => {
  const folder = temporaryFolder();
  const path = folder.file('events.db');
  const store = await SqliteEventStore.open(path);
  const open = [store];
  return {
    store,
    close: async () => {
      for (const each of open) await each.close();
      folder.remove();
    },
    reopen: async () => {
      await open.at(-1)?.close();
      const again = await SqliteEventStore.open(path);
      open.push(again);
      return again;
    },
  };
});
