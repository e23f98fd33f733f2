import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { EventReader, EventStore } from '#libs/event-sourcing/event-store';
import { EventStoreDbStore } from '#libs/eventstoredb/event-store';
import { MongoDocumentStore } from '#libs/mongodb/document-store';
import type { OpenOptions } from '#libs/sqlite/database';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventReader } from '#libs/sqlite/event-reader';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { MACHINE_TIMING } from '#libs/stores/machine-timing';
import type { StoreSettings } from '#libs/stores/store-settings';

const fileIn = (dataDir: string, name: string): string => {
  mkdirSync(dataDir, { recursive: true });
  return join(dataDir, name);
};

/** The log, to be written; the options are for embedded stores. @throws StoreInUse, UnsuitableDatabase, StoreUnavailable */
export function openEventStore({ dataDir, eventStore }: StoreSettings, options: OpenOptions = {}): Promise<EventStore> {
  if (eventStore.kind === 'eventstoredb') return EventStoreDbStore.open(eventStore.url, { log: eventStore.log, timing: MACHINE_TIMING });
  return SqliteEventStore.open(fileIn(dataDir, 'events.db'), options);
}

/** The log, to be read beside the process that writes it. @throws UnsuitableDatabase, StoreUnavailable */
export function openEventReader({ dataDir, eventStore }: StoreSettings): Promise<EventReader> {
  if (eventStore.kind === 'eventstoredb') return EventStoreDbStore.open(eventStore.url, { log: eventStore.log, timing: MACHINE_TIMING });
  return SqliteEventReader.openReadOnly(join(dataDir, 'events.db'));
}

/** @throws UnsuitableDatabase, StoreUnavailable */
export function openDocumentStore({ dataDir, documentStore }: StoreSettings, options: OpenOptions = {}): Promise<DocumentStore> {
  if (documentStore.kind === 'mongodb') return MongoDocumentStore.open(documentStore.url, documentStore.database, { timing: MACHINE_TIMING });
  return SqliteDocumentStore.open(fileIn(dataDir, 'documents.db'), options);
}

/** Where a vault keeps its keys, or what is sealed with them: apart from the read models, and from each other. @throws UnsuitableDatabase, StoreUnavailable */
export function openVaultStore({ dataDir, documentStore }: StoreSettings, part: 'keys' | 'texts', options: OpenOptions = {}): Promise<DocumentStore> {
  if (documentStore.kind === 'mongodb') return MongoDocumentStore.open(documentStore.url, `${documentStore.database}-vault-${part}`, { timing: MACHINE_TIMING });
  return SqliteDocumentStore.open(fileIn(dataDir, `vault-${part}.db`), { ...options, erases: true });
}
