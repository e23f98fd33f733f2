import type { Clock } from '#libs/event-sourcing/clock';
import type { Instant } from '#libs/event-sourcing/event';

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A clock that runs on from an instant: a demonstration goes on where its made-up year ended. */
export function clockFrom(start: Instant, elapsed: () => number = () => performance.now()): Clock {
  const offset = Date.parse(start) - elapsed();
  return { now: () => new Date(offset + elapsed()).toISOString() };
}
