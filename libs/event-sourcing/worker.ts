import { allDone } from '#libs/event-sourcing/all-done';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Lookup, Request } from '#libs/event-sourcing/decider';
import type { DocumentStore, Find, StoredDocument } from '#libs/event-sourcing/document-store';
import type { Envelope } from '#libs/event-sourcing/envelope';
import { StreamNotFound } from '#libs/event-sourcing/envelope';
import { type Actor, categoryOf, type GlobalPosition, type RecordedEvent } from '#libs/event-sourcing/event';
import type { CommandHandler } from '#libs/event-sourcing/handle-command';
import { commandHash, derivedId, idFromText } from '#libs/event-sourcing/ids';
import type { Leases } from '#libs/event-sourcing/lease';
import type { Reaction, SearchingReaction } from '#libs/event-sourcing/reaction';
import { NotAllowed, Refused } from '#libs/event-sourcing/rule';
import { sharedPasses } from '#libs/event-sourcing/shared-passes';
import type { PendingTimer } from '#libs/event-sourcing/timer';
import type { UpcastingStore } from '#libs/event-sourcing/upcasting';
import type { View } from '#libs/event-sourcing/view';
import { pointerOf, type ViewRunner } from '#libs/event-sourcing/view-runner';

type AnyReaction = Reaction | SearchingReaction;

export interface WorkerParts {
  readonly store: UpcastingStore;
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly commands: Pick<CommandHandler, 'handle'>;
  readonly views: ViewRunner;
  readonly lookup: Lookup;
  readonly reactions: readonly AnyReaction[];
  /** One of the views: the timers that wait. */
  readonly timers: View<PendingTimer>;
  /** Where workers share the work: what is this one's. Without them, all of it is. */
  readonly leases?: Pick<Leases, 'mine'> | undefined;
  /** Told of every request that a rule refused: it is not sent again. */
  readonly onRefused: (request: Request, reason: Error) => void;
}

/** A reaction, and the position that it has seen. */
interface ReactionAt {
  readonly reaction: AnyReaction;
  readonly position: GlobalPosition | '';
}

const PAGE = 200;
const checkpointOf = ({ name }: Pick<Reaction, 'name'>): string => `reaction:${name}`;

/** The pieces that workers may share: each view, and each reaction. Whoever folds the timers fires them. */
export const piecesOfWork = (views: readonly View<object>[], reactions: readonly Pick<Reaction, 'name'>[]): readonly string[] => [
  ...views.map(pointerOf),
  ...reactions.map(checkpointOf),
];

/** How much of the work each view is. */
export const weightsOfWork = (views: readonly View<object>[]): ReadonlyMap<string, number> => new Map(views.map((view) => [pointerOf(view), view.weight ?? 1]));

export const SYSTEM: Actor = { person: 'system', role: 'SYSTEM', organisation: 'FJ' };

/**
 * Follows the log: folds the views, sends what reactions ask for, fires timers. Requests carry ids derived from their
 * cause, so that a crash or a second worker sends them again without a second effect.
 */
export class Worker {
  private readonly settledTimers = new Set<string>();
  private readonly fold = sharedPasses(async () => {
    const { views, leases } = this.parts;
    return leases === undefined ? views.catchUp() : views.catchUpWith(await leases.mine());
  });

  constructor(private readonly parts: WorkerParts) {}

  /** Until nothing of this worker's is left to do: views at the head, reactions done, no timer due. */
  async settle(): Promise<void> {
    let before: GlobalPosition | undefined;
    do {
      before = await this.parts.store.head();
      const mine = await this.parts.leases?.mine();
      const isMine = (piece: string): boolean => mine === undefined || mine.has(piece);
      await this.react(this.parts.reactions.filter((reaction) => isMine(checkpointOf(reaction))));
      await this.fold();
      if (isMine(pointerOf(this.parts.timers))) await this.fireDueTimers();
    } while ((await this.parts.store.head()) !== before);
  }

  /** Settles after every append, until the signal aborts. Time passes without appends: call `settle` then, too. */
  async follow(signal: AbortSignal): Promise<void> {
    const after = await this.parts.store.head();
    await this.settle();
    for await (const page of this.parts.store.subscribe({ after, signal })) {
      if (page.events.length > 0) await this.settle();
    }
  }

  /** One reading of the log for all: each takes what lies behind its own checkpoint. */
  private async react(reactions: readonly AnyReaction[]): Promise<void> {
    const { documents, store } = this.parts;
    for (;;) {
      const ats = await Promise.all(reactions.map(async (reaction) => ({ reaction, position: (await documents.checkpoint(checkpointOf(reaction)))?.position ?? '' })));
      const [after] = ats.map(({ position }) => position).sort();
      if (after === undefined) return;
      const page = await store.readAll({ after: after === '' ? undefined : after, max: PAGE });
      const { scannedTo } = page;
      if (scannedTo === undefined || scannedTo === after) return;
      await allDone(ats.map((at) => this.reactToPage(at, page.events, scannedTo)));
      if (page.atHead) return;
    }
  }

  private async reactToPage({ reaction, position }: ReactionAt, events: readonly RecordedEvent[], upTo: GlobalPosition): Promise<void> {
    if (position >= upTo) return;
    const { documents, store } = this.parts;
    for (const event of events) if (event.position > position) await this.reactTo(reaction, event);
    await documents.saveCheckpoint(checkpointOf(reaction), { position: upTo, storeId: store.storeId });
  }

  private async reactTo(reaction: AnyReaction, event: RecordedEvent): Promise<void> {
    if (!reaction.categories.includes(categoryOf(event.stream))) return;
    const requests = 'search' in reaction ? await reaction.search(event, this.parts.lookup) : reaction.requests(event);
    for (const request of requests) {
      const commandId = derivedId(event.id, `${reaction.name} ${commandHash(request.name, request.target, request.body)}`);
      await this.send({ ...request, commandId, actor: SYSTEM, causationId: event.id, correlationId: event.meta.correlationId });
    }
  }

  /** In the order in which they fell due, also those that fell due while nobody was there; those that a rule refused wait for no end, and keep none behind them. */
  private async fireDueTimers(): Promise<void> {
    const { views, timers, clock } = this.parts;
    const range = { member: 'dueAt', to: clock.now() };
    let page: readonly StoredDocument<PendingTimer>[];
    let after: Find['after'];
    do {
      page = await views.find(timers, { range, order: { member: 'dueAt' }, limit: PAGE, ...(after !== undefined && { after }) });
      for (const { body } of page) if (body !== null) await this.fire(body);
      const last = page.at(-1);
      after = last?.body ? { value: last.body.dueAt, key: last.key } : undefined;
    } while (page.length === PAGE);
  }

  private async fire({ timer, dueAt, request }: PendingTimer): Promise<void> {
    const once = `${timer} ${dueAt}`;
    if (this.settledTimers.has(once)) return;
    await this.send({ ...request, commandId: idFromText(`timer ${once}`), actor: SYSTEM, occurredAt: dueAt });
    this.settledTimers.add(once);
  }

  private async send(envelope: Envelope): Promise<void> {
    try {
      await this.parts.commands.handle(envelope);
    } catch (error) {
      if (!(error instanceof Refused || error instanceof NotAllowed || error instanceof StreamNotFound)) throw error;
      this.parts.onRefused(envelope, error);
    }
  }
}
