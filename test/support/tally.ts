import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import type { Fact, Instant, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { Reaction } from '#libs/event-sourcing/reaction';
import { defineRules, require } from '#libs/event-sourcing/rule';
import type { TimerSource } from '#libs/event-sourcing/timer';
import type { View } from '#libs/event-sourcing/view';

/** A small capability to try the kernel with: a tally that is raised, closes by a timer, and tells a second tally. */
export type TallyEvent = Fact<'TallyRaised', { readonly by: number; readonly closesAt?: Instant; readonly tells?: string }> | Fact<'TallyClosed', { readonly closedAt: Instant }>;
export interface Tally {
  readonly sum: number;
  readonly closed: boolean;
}

export const tallyRules = defineRules({
  ClosedTallyStands: { id: 'R2.7(一)b', article: '第二章七', sentence: '已经关闭的记录不得更改。' },
});

const raise: CommandRule<TallyEvent['data'] & { by: number }, Tally, TallyEvent> = {
  creates: 'either',
  authorise: () => undefined,
  decide: (command, state) => {
    require(!state.closed, tallyRules.ClosedTallyStands);
    return [{ type: 'TallyRaised', data: command as { by: number } }];
  },
};

const close: CommandRule<object, Tally, TallyEvent> = {
  authorise: () => undefined,
  decide: (_command, state, { occurredAt }) => (state.closed ? [] : [{ type: 'TallyClosed', data: { closedAt: occurredAt } }]),
};

export const tallyDecider: Decider<Tally, TallyEvent> = {
  category: 'tally',
  initial: { sum: 0, closed: false },
  evolve: (state, event) => (event.type === 'TallyRaised' ? { ...state, sum: state.sum + event.data.by } : { ...state, closed: true }),
  basis: { TallyRaised: ['R2.7(一)b'], TallyClosed: [] },
  area: () => 'FJ',
  commands: { RaiseTally: raise, CloseTally: close },
};

const asTally = (event: RecordedEvent): Recorded<TallyEvent> => event as unknown as Recorded<TallyEvent>;

export const tallyTimers: TimerSource = {
  categories: ['tally'],
  happens: { CloseTally: '到期关闭' },
  timers: (recorded) => {
    const event = asTally(recorded);
    const timer = `${event.stream}:close`;
    if (event.type === 'TallyClosed') return [{ timer, ended: true }];
    const { closesAt } = event.data;
    return closesAt === undefined ? [] : [{ timer, dueAt: closesAt, request: { name: 'CloseTally', target: event.stream.slice(6), body: {} } }];
  },
};

export const tallyReaction: Reaction = {
  name: 'tell-tally',
  categories: ['tally'],
  requests: (recorded) => {
    const event = asTally(recorded);
    return event.type === 'TallyRaised' && event.data.tells !== undefined ? [{ name: 'RaiseTally', target: event.data.tells, body: { by: event.data.by } }] : [];
  },
};

export interface TallySum {
  readonly sum: number;
  readonly events: number;
}

/** One document a tally, and one of all: an event touches two. Refuses to fold a negative number while `strict`. */
export const tallySums = (strict: { value: boolean } = { value: false }, version = 1): View<TallySum> => ({
  name: 'tally-sums',
  version,
  categories: ['tally'],
  indexes: ['sum'],
  keys: (event) => [event.stream, 'all'],
  apply: (document, recorded) => {
    const event = asTally(recorded);
    const by = event.type === 'TallyRaised' ? event.data.by : 0;
    if (strict.value && by < 0) throw new Error('a negative number');
    return { sum: (document?.sum ?? 0) + by, events: (document?.events ?? 0) + 1 };
  },
});
