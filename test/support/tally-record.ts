import { SettableClock } from '#libs/event-sourcing/clock';
import type { Lookup, Request } from '#libs/event-sourcing/decider';
import type { Find } from '#libs/event-sourcing/document-store';
import type { Envelope, Outcome } from '#libs/event-sourcing/envelope';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { CommandHandler } from '#libs/event-sourcing/handle-command';
import { idFromText } from '#libs/event-sourcing/ids';
import { StreamFolds } from '#libs/event-sourcing/stream-folds';
import { pendingTimers } from '#libs/event-sourcing/timer';
import { Upcasters } from '#libs/event-sourcing/upcasters';
import { upcasting, type UpcastingStore } from '#libs/event-sourcing/upcasting';
import type { View } from '#libs/event-sourcing/view';
import { type ViewRuntime, ViewRunner } from '#libs/event-sourcing/view-runner';
import { SYSTEM, Worker, type WorkerParts } from '#libs/event-sourcing/worker';
import { link } from '#libs/proof/hash-chain';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { type NewDocumentPlace, newSqlitePlace, openDocuments } from '#test/support/document-places';
import { tallyDecider, tallyReaction, type TallySum, tallySums, tallyTimers } from '#test/support/tally';
import { temporaryFolder } from '#test/support/temporary-folder';

export interface TallyRecord {
  /** The driver alone, as the log is stored. */
  readonly log: EventStore;
  readonly runtime: ViewRuntime & { readonly store: UpcastingStore };
  readonly clock: SettableClock;
  readonly view: View<TallySum>;
  readonly refused: string[];
  readonly commands: CommandHandler;
  send(envelope: Partial<Envelope> & Request): Promise<Outcome>;
  /** A worker as a process that has just started would be. */
  newWorker(more?: Partial<WorkerParts>): { readonly views: ViewRunner; readonly worker: Worker };
  close(): Promise<void>;
}

export const NO_LOOKUP: Lookup = { fold: () => Promise.reject(new Error('unused')), get: () => Promise.resolve(undefined), find: () => Promise.resolve([]) };

export const raise = (record: TallyRecord, target: string, by: number): Promise<Outcome> => record.send({ name: 'RaiseTally', target, body: { by } });
export const asViews = (...views: View<never>[]): readonly View<object>[] => views as unknown as readonly View<object>[];

/** The kernel over real stores in a temporary folder, or over a log that the caller opened. */
export async function openTallyRecord(view: View<TallySum> = tallySums(), newPlace: NewDocumentPlace = newSqlitePlace, given?: EventStore): Promise<TallyRecord> {
  const folder = temporaryFolder();
  const log = given ?? (await SqliteEventStore.open(folder.file('events.db')));
  const store = upcasting(log, new Upcasters());
  const place = await newPlace();
  const documents = await openDocuments(place.at);
  const clock = new SettableClock('2026-03-02T02:00:00.000Z');
  const commands = new CommandHandler({ store, folds: new StreamFolds(store), clock, lookup: NO_LOOKUP, link }, [tallyDecider]);
  const runtime = { store, documents };
  const timers = pendingTimers([tallyTimers]);
  const refused: string[] = [];
  let sent = 0;
  return {
    log,
    runtime,
    clock,
    view,
    refused,
    commands,
    send: (envelope) => commands.handle({ commandId: idFromText(`test ${(sent += 1)}`), actor: SYSTEM, ...envelope }),
    newWorker: (more) => {
      const views = new ViewRunner(runtime, [view, timers] as unknown as readonly View<object>[]);
      const onRefused = ({ name }: Request): number => refused.push(name);
      const lookup = { ...NO_LOOKUP, find: async <D extends object>(of: View<D>, query: Find) => (await views.find(of, query)).flatMap(({ body }) => body ?? []) };
      return { views, worker: new Worker({ ...runtime, clock, commands, views, lookup, reactions: [tallyReaction], timers, onRefused, ...more }) };
    },
    close: async () => {
      await documents.close();
      await store.close();
      await place.remove();
      folder.remove();
    },
  };
}
