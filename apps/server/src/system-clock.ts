import type { Clock } from '#libs/event-sourcing/clock';

export const systemClock: Clock = { now: () => new Date().toISOString() };
