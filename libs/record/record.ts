import { drawProver } from '#libs/draws/draw.reaction';
import type { Clock } from '#libs/event-sourcing/clock';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { CommandHandler } from '#libs/event-sourcing/handle-command';
import { Leases } from '#libs/event-sourcing/lease';
import { StreamFolds } from '#libs/event-sourcing/stream-folds';
import { Upcasters } from '#libs/event-sourcing/upcasters';
import { upcasting, type UpcastingStore } from '#libs/event-sourcing/upcasting';
import { type Around, ViewRunner } from '#libs/event-sourcing/view-runner';
import { piecesOfWork, weightsOfWork, Worker, type WorkerParts } from '#libs/event-sourcing/worker';
import { termsOf } from '#libs/policy/policy-terms';
import { POLICY_ID, type PolicyEvent } from '#libs/policy/policy.events';
import { evolvePolicy, FIRST_POLICY, type PolicyState } from '#libs/policy/policy.evolve';
import type { EcvrfKeyPair } from '#libs/proof/ecvrf';
import { link } from '#libs/proof/hash-chain';
import { DECIDERS } from '#libs/record/deciders';
import { REACTIONS } from '#libs/record/reactions';
import { lookupIn } from '#libs/record/record-lookup';
import { TIMERS, VIEWS_OF_RECORD } from '#libs/record/views';
import { WEBHOOK_PIECES } from '#libs/webhooks/webhook-deliveries';
import { WebhookJournal } from '#libs/webhooks/webhook-journal';

export const UPCASTERS = new Upcasters();

export interface Stores {
  readonly events: EventStore;
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly onRefused: WorkerParts['onRefused'];
  /** Whoever holds it completes draws; without it they wait. */
  readonly drawKey?: EcvrfKeyPair | undefined;
  /** Where several workers share the record: a name that no other worker ever has. */
  readonly worker?: string | undefined;
  /** Called around the folding of events into a view. */
  readonly aroundFold?: Around | undefined;
}

/** The supervision record over its stores: what every program of it works with. */
export interface SupervisionRecord {
  readonly events: UpcastingStore;
  readonly folds: StreamFolds;
  readonly views: ViewRunner;
  readonly commands: CommandHandler;
  readonly worker: Worker;
  /** Present where several workers share the record. */
  readonly leases: Leases | undefined;
  /** What became of deliveries to subscribers. */
  readonly journal: WebhookJournal;
}

export function openRecord({ events: store, documents, clock, onRefused, drawKey, aroundFold, worker: owner }: Stores): SupervisionRecord {
  const events = upcasting(store, UPCASTERS);
  const views = new ViewRunner({ store: events, documents, around: aroundFold }, VIEWS_OF_RECORD);
  const folds = new StreamFolds(events);
  const lookup = lookupIn(folds, views);
  const terms = async () => termsOf((await lookup.fold<PolicyState, PolicyEvent>(`policy-${POLICY_ID}`, FIRST_POLICY, evolvePolicy)).policies);
  const commands = new CommandHandler({ store: events, folds, clock, lookup, link, terms }, DECIDERS);
  const reactions = drawKey === undefined ? REACTIONS : [...REACTIONS, drawProver(drawKey)];
  const leases = owner === undefined ? undefined : new Leases({ documents, clock, owner, work: [...piecesOfWork(VIEWS_OF_RECORD, reactions), ...WEBHOOK_PIECES], weights: weightsOfWork(VIEWS_OF_RECORD) });
  const worker = new Worker({ store: events, documents, clock, commands, views, lookup, reactions, timers: TIMERS, leases, onRefused });
  const journal = new WebhookJournal(documents, events.storeId);
  return { events, folds, views, commands, worker, leases, journal };
}
