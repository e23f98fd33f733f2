import type { GlobalPosition } from '#libs/event-sourcing/event';

/** A position as a store would write it. */
export const position = (number: number): GlobalPosition => String(number).padStart(20, '0');
