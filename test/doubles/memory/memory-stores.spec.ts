import { documentStoreContract } from '#test/contracts/document-store.contract';
import { eventStoreContract } from '#test/contracts/event-store.contract';
import { MemoryDocuments, MemoryDocumentStore } from '#test/doubles/memory/document-store';
import { MemoryEventStore, MemoryLog } from '#test/doubles/memory/event-store';
import { openedWith } from '#test/support/opened-store';

const nothingToRemove = async (): Promise<void> => undefined;

eventStoreContract('memory', () => {
  const log = new MemoryLog();
  return openedWith(async () => new MemoryEventStore(log), nothingToRemove);
});

describe('in memory', () => {
  documentStoreContract(() => {
    const documents = new MemoryDocuments();
    return openedWith(async () => new MemoryDocumentStore(documents), nothingToRemove);
  });
});
