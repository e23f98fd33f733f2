import type { Timing } from '#libs/event-sourcing/timing';

/** The timers and the chance of the machine. */
export const MACHINE_TIMING: Timing = {
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
  chance: () => Math.random(),
};
