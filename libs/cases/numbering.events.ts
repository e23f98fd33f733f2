import type { Fact } from '#libs/event-sourcing/event';

/** A number of the series was taken, for ever. Stream `numbers-<series>`; numbers run 1, 2, 3 … without gaps. */
export type NumberTaken = Fact<
  'NumberTaken',
  {
    readonly number: number;
    /** Stream of the thing that bears the number. */
    readonly holder: string;
  }
>;

export type NumberingEvent = NumberTaken;

export const numberingBasis: Readonly<Record<NumberingEvent['type'], readonly string[]>> = { NumberTaken: ['R0-3'] };
