import type { Find } from '#libs/event-sourcing/document-store';
import type { Actor, Fact, Instant, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { Rule } from '#libs/event-sourcing/rule';
import type { View } from '#libs/event-sourcing/view';

/** Reads that a decision may rest on: streams, and views that have caught up with the log at that moment. */
export interface Lookup {
  fold<S, E extends Fact>(stream: string, initial: S, evolve: (state: S, event: Recorded<E>) => S): Promise<S>;
  get<D extends object>(view: View<D>, key: string): Promise<D | undefined>;
  find<D extends object>(view: View<D>, query: Find): Promise<readonly D[]>;
}

/** All that a decision may know beside the command and the state. `known` is what `gather` found elsewhere. */
export interface Context<K = unknown> {
  /** Id of the thing the command is about, without the category. */
  readonly target: string;
  readonly now: Instant;
  /** When it happened: `now`, unless the command says earlier. */
  readonly occurredAt: Instant;
  readonly actor: Actor;
  readonly known: K;
  /** Events of the command that had to succeed on another stream first. */
  readonly prepared: readonly RecordedEvent[];
}

/** What every decision is made under, beside what it gathers itself. */
export interface Terms {
  /** Name of the version in force at the instant; undefined before the first. */
  nameAt(at: Instant): string | undefined;
  /** Runs a part of a decision, which never waits, under them. */
  under<T>(work: () => T): T;
}

/** Another command came between the reads and the decision: the kernel reads again. Thrown by `decide` where it finds out. */
export class KnownTooEarly extends Error {}

/** A command as it travels: its name, what it is about, its body. */
export interface Request {
  readonly name: string;
  readonly target: string;
  readonly body: object;
}

/** What the kernel must know of one command. `C` is its body, `S` the state, `E` the facts, `K` what was gathered. */
export interface CommandRule<C, S, E extends Fact, K = unknown> {
  /** True where the stream must not exist yet, `either` where it opens by itself; otherwise it must exist. */
  readonly creates?: true | 'either';
  /** Reads from elsewhere, before anything is decided. */
  gather?(command: C, state: S, lookup: Lookup, target: string, now: Instant): Promise<K>;
  /** Throws NotAllowed unless role, area and relation allow it. */
  authorise(command: C, state: S, context: Context<K>): void;
  /** Throws Refused; runs before `prepare`, so that nothing is reserved for a command that will fail. */
  guard?(command: C, state: S, context: Context<K>): void;
  /** A command that must succeed on another stream first: a number, a blank card, a claim on a person. */
  prepare?(command: C, state: S, context: Context<K>): Request | undefined;
  /** Pure. No facts: it is already so. Throws Refused. */
  decide(command: C, state: S, context: Context<K>): readonly E[];
}

/** One kind of stream: its facts, its fold, its commands. */
export interface Decider<S, E extends Fact> {
  /** Text before the first `-` of the stream's name. */
  readonly category: string;
  readonly initial: S;
  evolve(state: S, event: Recorded<E>): S;
  /** Rule ids each fact rests on. Exhaustive. */
  readonly basis: Readonly<Record<E['type'], readonly string[]>>;
  /** Facts by which a refusal itself is recorded: a command that brings one is refused with the rule when it is written. */
  readonly refusals?: { readonly [T in E['type']]?: Rule };
  /** Whether the stream is to this actor as if it did not exist. */
  hides?(state: S, actor: Actor): boolean;
  /** Area whose jurisdiction the facts of the stream fall under, once they are written. */
  area(state: S): string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each rule has its own body and knowledge
  readonly commands: Readonly<Record<string, CommandRule<any, S, E, any>>>;
}
