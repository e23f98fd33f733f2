import { PASSING } from '#test/support/passing-store';
import { SettableClock } from '#libs/event-sourcing/clock';
import type { Envelope } from '#libs/event-sourcing/envelope';
import { ecvrfKeyPair } from '#libs/proof/ecvrf';
import { openRecord, type SupervisionRecord } from '#libs/record/record';
import { drawSecret } from '#libs/simulation/province.story';
import { type Scale, simulateYear } from '#libs/simulation/simulate-year';
import type { Told } from '#libs/simulation/run-stories';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { checkingAppends } from '#test/support/event-validator';
import { readLog } from '#test/support/read-log';
import { temporaryFolder } from '#test/support/temporary-folder';

export interface SimulatedRecord {
  readonly record: SupervisionRecord;
  readonly told: Told;
  /** Everything that was asked, also what was refused. */
  readonly sent: readonly Envelope[];
  /** Requests of the worker that a rule refused. */
  readonly refused: readonly string[];
  /** Hash of the last event by stream. */
  heads(): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

/** A simulated year over stores of its own. */
export async function openSimulatedRecord(year: number, seed: string, scale: Scale): Promise<SimulatedRecord> {
  const folder = temporaryFolder();
  const events = checkingAppends(await SqliteEventStore.open(folder.file('events.db'), PASSING));
  const documents = await SqliteDocumentStore.open(folder.file('documents.db'), PASSING);
  const clock = new SettableClock('2000-01-01T00:00:00.000Z');
  const refused: string[] = [];
  const sent: Envelope[] = [];
  const drawKey = ecvrfKeyPair(drawSecret(seed));
  const record = openRecord({ events, documents, clock, drawKey, onRefused: ({ name, target }, { message }) => refused.push(`${name} ${target}: ${message}`) });
  const handle = record.commands.handle.bind(record.commands);
  record.commands.handle = (envelope) => {
    sent.push(envelope);
    return handle(envelope);
  };
  const told = await simulateYear({ record, clock, year, seed, scale });
  return {
    record, told, sent, refused,
    heads: async () => new Map((await readLog(events)).map(({ stream, meta }) => [stream, meta.hash])),
    close: async () => {
      await documents.close();
      await events.close();
      folder.remove();
    },
  };
}
