import type { Request } from '#libs/event-sourcing/decider';
import { categoryOf, type Instant, type RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** What an event says about a timer. The fact that sets it carries the date; the fact that follows the request ends it. */
export type TimerChange =
  | { readonly timer: string; readonly dueAt: Instant; readonly request: Request }
  | { readonly timer: string; readonly ended: true };

/** The timers of a capability: pure, from events. Names are `<stream>:<what>`. */
export interface TimerSource {
  readonly categories: readonly string[];
  timers(event: RecordedEvent): readonly TimerChange[];
  /** What each of its requests makes happen, as a Chinese sentence. */
  readonly happens: Readonly<Record<string, string>>;
}

export interface PendingTimer {
  readonly timer: string;
  readonly dueAt: Instant;
  readonly request: Request;
}

/** Timers that wait, as a view: due ones are found by `dueAt`. */
export const pendingTimers = (sources: readonly TimerSource[]): View<PendingTimer> => {
  const changes = (event: RecordedEvent): readonly TimerChange[] =>
    sources.filter(({ categories }) => categories.includes(categoryOf(event.stream))).flatMap((source) => source.timers(event));
  return {
    name: 'pending-timers',
    version: 1,
    weight: 5,
    categories: [...new Set(sources.flatMap((source) => source.categories))],
    indexes: ['dueAt'],
    keys: (event) => [...new Set(changes(event).map((change) => change.timer))],
    apply: (_document, event, key) => {
      const change = changes(event).findLast((candidate) => candidate.timer === key);
      return change === undefined || 'ended' in change ? null : change;
    },
  };
};
