import type { Fact, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { UpcastingStore } from '#libs/event-sourcing/upcasting';

/** What a repeated command must be told of an event. */
export type Trace = Pick<RecordedEvent, 'id' | 'type' | 'revision' | 'position'> & { readonly meta: Pick<RecordedEvent['meta'], 'command' | 'commandHash'> };

/** A stream as far as it was read. */
export interface Folded<S> {
  readonly state: S;
  readonly last: RecordedEvent | undefined;
  /** Events by the command that brought them. */
  readonly byCommand: ReadonlyMap<string, readonly Trace[]>;
}

interface Kept extends Folded<unknown> {
  readonly initial: unknown;
  readonly byCommand: Map<string, readonly Trace[]>;
}

type Evolve<S, E extends Fact> = (state: S, event: Recorded<E>) => S;

/** Streams of one fold that are kept. */
const KEPT = 1_000;

/**
 * Folds of streams, kept in this process: a fold goes on after the last event that it has seen, so that each event is
 * read and folded once. Every fold still reads the store for what came since; states are values, nobody changes them.
 */
export class StreamFolds {
  private readonly kept = new WeakMap<object, Map<string, Kept>>();

  constructor(private readonly store: Pick<UpcastingStore, 'readStream'>) {}

  async fold<S, E extends Fact>(stream: string, initial: S, evolve: Evolve<S, E>): Promise<Folded<S>> {
    const before = this.known(stream, initial, evolve);
    const events: RecordedEvent[] = [];
    for await (const event of this.store.readStream(stream, { from: nextOf(before) })) events.push(event);
    const folded = this.goOn(further(this.known(stream, initial, evolve), before), events, evolve);
    this.keep(stream, folded, evolve);
    return folded as Folded<S>;
  }

  private known(stream: string, initial: unknown, evolve: object): Kept {
    const kept = this.kept.get(evolve)?.get(stream);
    return kept !== undefined && kept.initial === initial ? kept : { initial, state: initial, last: undefined, byCommand: new Map() };
  }

  /** Another fold of the stream may have gone on while this one read: what it has seen is passed over. */
  private goOn<S, E extends Fact>({ initial, state: before, last: seen, byCommand }: Kept, events: readonly RecordedEvent[], evolve: Evolve<S, E>): Kept {
    let [state, last] = [before as S, seen];
    for (const event of events) {
      if (last !== undefined && event.revision <= last.revision) continue;
      state = evolve(state, event as unknown as Recorded<E>);
      last = event;
      const { id, type, revision, position, meta: { command, commandId, commandHash } } = event;
      byCommand.set(commandId, [...(byCommand.get(commandId) ?? []), { id, type, revision, position, meta: { command, commandHash } }]);
    }
    return { initial, state, last, byCommand };
  }

  /** The one that was asked for least lately makes room. */
  private keep(stream: string, folded: Kept, evolve: object): void {
    const streams = this.kept.get(evolve) ?? new Map<string, Kept>();
    this.kept.set(evolve, streams);
    streams.delete(stream);
    streams.set(stream, folded);
    const [oldest] = streams.keys();
    if (streams.size > KEPT && oldest !== undefined) streams.delete(oldest);
  }
}

/** What was read goes on from `before`: what is kept counts only where it has come as far, since it may have made room meanwhile. */
const further = (kept: Kept, before: Kept): Kept => (nextOf(kept) >= nextOf(before) ? kept : before);

const nextOf = ({ last }: Pick<Folded<unknown>, 'last'>): number => (last === undefined ? 0 : last.revision + 1);
