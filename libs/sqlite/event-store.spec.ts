import { SqliteEventStore } from '#libs/sqlite/event-store';
import { eventStoreContract } from '#test/contracts/event-store.contract';
import { openedOnFile } from '#test/support/opened-store';

eventStoreContract('SQLite', () => openedOnFile((path) => SqliteEventStore.open(path)));
