import { PASSING } from '#test/support/passing-store';
import { cpSync } from 'node:fs';
import { dirname } from 'node:path';
import { SettableClock } from '#libs/event-sourcing/clock';
import type { Request } from '#libs/event-sourcing/decider';
import type { Instant, RecordedEvent } from '#libs/event-sourcing/event';
import { ecvrfKeyPair } from '#libs/proof/ecvrf';
import { openRecord, type SupervisionRecord } from '#libs/record/record';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { Faults } from '#test/properties/faults';
import { checkingAppends } from '#test/support/event-validator';
import { readLog } from '#test/support/read-log';
import { type TemporaryFolder, temporaryFolder } from '#test/support/temporary-folder';

export const DRAW_KEY = ecvrfKeyPair(new Uint8Array(32).fill(11));

export type OnRefused = (request: Request, reason: Error) => void;

/** The whole record over files, which can die and be opened again. */
export class LivingRecord {
  readonly faults = new Faults();
  private opened: { readonly record: SupervisionRecord; readonly events: SqliteEventStore; readonly documents: SqliteDocumentStore } | undefined;

  private constructor(
    private readonly folder: TemporaryFolder,
    readonly clock: SettableClock,
    private readonly onRefused: OnRefused,
  ) {}

  /** @param files of a record that was closed, to begin with */
  static async open(now: Instant, onRefused: OnRefused, files?: LivingRecord): Promise<LivingRecord> {
    const living = new LivingRecord(temporaryFolder(), new SettableClock(now), onRefused);
    if (files !== undefined) cpSync(files.path, living.path, { recursive: true });
    await living.start();
    return living;
  }

  private get path(): string {
    return dirname(this.folder.file('events.db'));
  }

  private async start(): Promise<void> {
    const events = this.faults.throughEvents(checkingAppends(await SqliteEventStore.open(this.folder.file('events.db'), PASSING)));
    const documents = this.faults.throughDocuments(await SqliteDocumentStore.open(this.folder.file('documents.db'), PASSING));
    const record = openRecord({ events, documents, clock: this.clock, drawKey: DRAW_KEY, onRefused: this.onRefused });
    this.opened = { record, events, documents };
  }

  get stores() {
    if (this.opened === undefined) throw new Error('the record is closed');
    return this.opened;
  }

  get record(): SupervisionRecord {
    return this.stores.record;
  }

  log(): Promise<readonly RecordedEvent[]> {
    return readLog(this.stores.events);
  }

  pass(hours: number): void {
    this.clock.set(new Date(Date.parse(this.clock.now()) + hours * 3_600_000).toISOString());
  }

  async restart(): Promise<void> {
    await this.close();
    await this.start();
  }

  async close(): Promise<void> {
    await this.opened?.documents.close();
    await this.opened?.events.close();
    this.opened = undefined;
  }

  async remove(): Promise<void> {
    await this.close();
    this.folder.remove();
  }
}
