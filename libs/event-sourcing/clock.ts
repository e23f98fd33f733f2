import type { Instant } from '#libs/event-sourcing/event';

/** The time, as a parameter. */
export interface Clock {
  now(): Instant;
}

/** A clock that stands where it is put: tests and the simulation move it. */
export class SettableClock implements Clock {
  constructor(private instant: Instant) {}

  now(): Instant {
    return this.instant;
  }

  set(instant: Instant): void {
    this.instant = instant;
  }
}

export const later = (instant: Instant, milliseconds: number): Instant => new Date(Date.parse(instant) + milliseconds).toISOString();
