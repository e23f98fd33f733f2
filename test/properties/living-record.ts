import { SettableClock } from '#libs/event-sourcing/clock';
import type { Request } from '#libs/event-sourcing/decider';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { Instant, RecordedEvent } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { ecvrfKeyPair } from '#libs/proof/ecvrf';
import { openRecord, type SupervisionRecord } from '#libs/record/record';
import type { Disk } from '#test/properties/disk';
import { Faults } from '#test/properties/faults';
import { checkingAppends } from '#test/support/event-validator';
import { readLog } from '#test/support/read-log';

export const DRAW_KEY = ecvrfKeyPair(new Uint8Array(32).fill(11));

export type OnRefused = (request: Request, reason: Error) => void;

/** The whole record over a disk, which can die and be opened again. */
export class LivingRecord {
  readonly faults = new Faults();
  private opened: { readonly record: SupervisionRecord; readonly events: EventStore; readonly documents: DocumentStore } | undefined;

  private constructor(
    readonly disk: Disk,
    readonly clock: SettableClock,
    private readonly onRefused: OnRefused,
  ) {}

  static async open(now: Instant, onRefused: OnRefused, disk: Disk): Promise<LivingRecord> {
    const living = new LivingRecord(disk, new SettableClock(now), onRefused);
    await living.start();
    return living;
  }

  private async start(): Promise<void> {
    const opened = await this.disk.open();
    const events = this.faults.throughEvents(checkingAppends(opened.events));
    const documents = this.faults.throughDocuments(opened.documents);
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
    this.disk.remove();
  }
}
