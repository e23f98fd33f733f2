import type { Actor, Fact, Instant, Recorded } from '#libs/event-sourcing/event';
import type { Outcome } from '#libs/event-sourcing/envelope';
import type { Rule } from '#libs/event-sourcing/rule';

export interface Command {
  readonly by: Actor;
  readonly name: string;
  readonly target: string;
  readonly body: object;
}

/** What an actor does next. The loop carries it out and hands back what came of it. */
export type Act =
  | { readonly do: 'wait'; readonly until: Instant }
  | { readonly do: 'send'; readonly command: Command; readonly mayBreak: readonly Rule[] }
  | { readonly do: 'settle' }
  | { readonly do: 'begin'; readonly name: string; readonly story: Story }
  | { readonly do: 'look'; readonly stream: string; readonly initial: unknown; readonly evolve: (state: never, event: never) => unknown };

/** The behaviour of one actor, or of one matter: it stops where it waits and goes on when its time has come. */
export type Story<T = void> = Generator<Act, T, unknown>;

export function* waitUntil(until: Instant): Story {
  yield { do: 'wait', until };
}

/** A command that must succeed. */
export function* send<C extends object>(by: Actor, name: string, target: string, body: C): Story<Outcome> {
  return (yield { do: 'send', command: { by, name, target, body }, mayBreak: [] }) as Outcome;
}

/** A command that may break one of the rules: the rule that refused it, or nothing where it succeeded. */
export function* attempt<C extends object>(by: Actor, name: string, target: string, body: C, mayBreak: readonly Rule[]): Story<Rule | undefined> {
  const answer = yield { do: 'send', command: { by, name, target, body }, mayBreak };
  return mayBreak.find((rule) => rule === answer);
}

/** A command that must be refused by the rule. */
export function* expectRefusal<C extends object>(by: Actor, name: string, target: string, body: C, rule: Rule): Story {
  if ((yield* attempt(by, name, target, body, [rule])) === undefined) throw new Error(`${name} ${target} was not refused by ${rule.name}`);
}

/** The worker has done all that follows from the facts so far. */
export function* settled(): Story {
  yield { do: 'settle' };
}

/** Another matter goes on beside this one. */
export function* begin(name: string, story: Story): Story {
  yield { do: 'begin', name, story };
}

/** What a stream says now. */
export function* lookAt<S, E extends Fact>(stream: string, initial: S, evolve: (state: S, event: Recorded<E>) => S): Story<S> {
  return (yield { do: 'look', stream, initial, evolve: evolve as (state: never, event: never) => unknown }) as S;
}
