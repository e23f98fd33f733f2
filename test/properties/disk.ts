import { cpSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { MemoryDocuments, MemoryDocumentStore } from '#test/doubles/memory/document-store';
import { MemoryEventStore, MemoryLog } from '#test/doubles/memory/event-store';
import { PASSING } from '#test/support/passing-store';
import { temporaryFolder } from '#test/support/temporary-folder';

/** Where the stores of a record lie: what was written stays when they are closed. */
export interface Disk {
  open(): Promise<{ readonly events: EventStore; readonly documents: DocumentStore }>;
  /** One of its own with the same on it; nothing is open. */
  copy(): Disk;
  remove(): void;
}

export class FilesDisk implements Disk {
  private readonly folder = temporaryFolder();

  async open() {
    return { events: await SqliteEventStore.open(this.folder.file('events.db'), PASSING), documents: await SqliteDocumentStore.open(this.folder.file('documents.db'), PASSING) };
  }

  copy(): FilesDisk {
    const copied = new FilesDisk();
    cpSync(this.path, copied.path, { recursive: true });
    return copied;
  }

  remove(): void {
    this.folder.remove();
  }

  private get path(): string {
    return dirname(this.folder.file('events.db'));
  }
}

/** Opens at once; the stores keep the contracts of those on files. */
export class MemoryDisk implements Disk {
  constructor(private readonly log = new MemoryLog(), private readonly documents = new MemoryDocuments()) {}

  async open() {
    return { events: new MemoryEventStore(this.log), documents: new MemoryDocumentStore(this.documents) };
  }

  copy(): MemoryDisk {
    return new MemoryDisk(new MemoryLog(this.log), new MemoryDocuments(this.documents));
  }

  remove(): void {
    // Nobody holds it any more.
  }
}
