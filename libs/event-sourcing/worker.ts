import { allDone } from '#libs/event-sourcing/all-done';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Lookup, Request } from '#libs/event-sourcing/decider';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { Envelope } from '#libs/event-sourcing/envelope';
import { StreamNotFound } from '#libs/event-sourcing/envelope';
import { type Actor, categoryOf, type GlobalPosition, type RecordedEvent } from '#libs/event-sourcing/event';
import type { CommandHandler } from '#libs/event-sourcing/handle-command';
import { commandHash, derivedId, idFromText } from '#libs/event-sourcing/ids';
import type { Reaction, SearchingReaction } from '#libs/event-sourcing/reaction';
import { NotAllowed, Refused } from '#libs/event-sourcing/rule';
import type { PendingTimer } from '#libs/event-sourcing/timer';
import type { UpcastingStore } from '#libs/event-sourcing/upcasting';
import type { View } from '#libs/event-sourcing/view';
import type { ViewRunner } from '#libs/event-sourcing/view-runner';

export interface WorkerParts {
  readonly store: UpcastingStore;
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly commands: Pick<CommandHandler, 'handle'>;
  readonly views: ViewRunner;
  readonly lookup: Lookup;
  readonly reactions: readonly (Reaction | SearchingReaction)[];
  /** One of the views: the timers that wait. */
  readonly timers: View<PendingTimer>;
  /** Told of every request that a rule refused: it is not sent again. */
  readonly onRefused: (request: Request, reason: Error) => void;
}

const PAGE = 200;
export const SYSTEM: Actor = { person: 'system', role: 'SYSTEM', organisation: 'FJ' };

/**
 * Follows the log: folds the views, sends what reactions ask for, fires timers. Requests carry ids derived from their
 * cause, so that a crash or a second worker sends them again without a second effect.
 */
export class Worker {
  private readonly settledTimers = new Set<string>();

  constructor(private readonly parts: WorkerParts) {}

  /** Until nothing is left to do: views at the head, reactions done, no timer due. */
  async settle(): Promise<void> {
    let before: GlobalPosition | undefined;
    do {
      before = await this.parts.store.head();
      await allDone(this.parts.reactions.map((reaction) => this.react(reaction)));
      await this.parts.views.catchUp();
      await this.fireDueTimers();
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

  private async react(reaction: Reaction | SearchingReaction): Promise<void> {
    const { documents, store } = this.parts;
    const name = `reaction:${reaction.name}`;
    for (;;) {
      const after = (await documents.checkpoint(name))?.position;
      const page = await store.readAll({ after, max: PAGE, categories: reaction.categories });
      if (page.scannedTo === undefined || page.scannedTo === after) return;
      for (const event of page.events) await this.reactTo(reaction, event);
      await documents.saveCheckpoint(name, { position: page.scannedTo, storeId: store.storeId });
      if (page.atHead) return;
    }
  }

  private async reactTo(reaction: Reaction | SearchingReaction, event: RecordedEvent): Promise<void> {
    if (!reaction.categories.includes(categoryOf(event.stream))) return;
    const requests = 'search' in reaction ? await reaction.search(event, this.parts.lookup) : reaction.requests(event);
    for (const request of requests) {
      const commandId = derivedId(event.id, `${reaction.name} ${commandHash(request.name, request.target, request.body)}`);
      await this.send({ ...request, commandId, actor: SYSTEM, causationId: event.id, correlationId: event.meta.correlationId });
    }
  }

  /** In the order in which they fell due, also those that fell due while nobody was there. */
  private async fireDueTimers(): Promise<void> {
    const { views, timers, clock } = this.parts;
    const due = await views.find(timers, { range: { member: 'dueAt', to: clock.now() }, order: { member: 'dueAt' }, limit: PAGE });
    for (const { body } of due) {
      const once = `${body?.timer} ${body?.dueAt}`;
      if (body === null || this.settledTimers.has(once)) continue;
      await this.send({ ...body.request, commandId: idFromText(`timer ${once}`), actor: SYSTEM, occurredAt: body.dueAt });
      this.settledTimers.add(once);
    }
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
