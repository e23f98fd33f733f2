import { agencyDecider } from '#libs/agencies/agency.decide';
import { agencyRegister } from '#libs/agencies/agency.view';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Lookup, Request } from '#libs/event-sourcing/decider';
import type { DocumentStore } from '#libs/event-sourcing/document-store';
import type { Link } from '#libs/event-sourcing/envelope';
import type { Recorded } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { CommandHandler } from '#libs/event-sourcing/handle-command';
import { Upcasters } from '#libs/event-sourcing/upcasters';
import type { Reaction } from '#libs/event-sourcing/reaction';
import { pendingTimers, type TimerSource } from '#libs/event-sourcing/timer';
import type { View } from '#libs/event-sourcing/view';
import { ViewRunner } from '#libs/event-sourcing/view-runner';
import { Worker } from '#libs/event-sourcing/worker';

export const DECIDERS = [agencyDecider] as const;

const REACTIONS: readonly Reaction[] = [];
const TIMER_SOURCES: readonly TimerSource[] = [];
const timers = pendingTimers(TIMER_SOURCES);

// Each view has its own document; the runner folds them all.
export const VIEWS_OF_RECORD = [agencyRegister, timers] as unknown as readonly View<object>[];

export interface Stores {
  readonly events: EventStore;
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly link: Link;
}

/** The supervision record over its stores: what every program of it works with. */
export interface SupervisionRecord {
  readonly events: EventStore;
  readonly views: ViewRunner;
  readonly commands: CommandHandler;
  readonly upcasters: Upcasters;
  /** Follows the log; idle until told to. */
  readonly worker: Worker;
}

export function openRecord({ events, documents, clock, link }: Stores): SupervisionRecord {
  const upcasters = new Upcasters();
  const views = new ViewRunner({ store: events, documents, upcasters }, VIEWS_OF_RECORD);
  const lookup = lookupIn(events, views, upcasters);
  const commands = new CommandHandler({ store: events, clock, lookup, link, upcasters }, DECIDERS);
  const worker = new Worker({ store: events, documents, upcasters, clock, commands, views, reactions: REACTIONS, timers, onRefused });
  return { events, views, commands, upcasters, worker };
}

/** Refused requests are the outcome of races that the rules decide; they are told, not sent again. */
const onRefused = (request: Request, reason: Error): void => console.warn(`request ${request.name} ${request.target} was refused: ${reason.message}`);

/** Decisions rest on views only after these have caught up with the log. */
function lookupIn(events: EventStore, views: ViewRunner, upcasters: Upcasters): Lookup {
  return {
    async fold(stream, initial, evolve) {
      let state = initial;
      for await (const event of events.readStream(stream)) state = evolve(state, upcasters.upcast(event) as unknown as Recorded<never>);
      return state;
    },
    async get(view, key) {
      await views.catchUp();
      return (await views.get(view, key))?.body ?? undefined;
    },
    async find(view, query) {
      await views.catchUp();
      return (await views.find(view, query)).flatMap(({ body }) => (body === null ? [] : [body]));
    },
  };
}
