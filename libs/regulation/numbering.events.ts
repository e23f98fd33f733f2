import type { Fact } from '#libs/event-sourcing/event';

/** 取用文号: a number of the series was taken, for ever. Stream `numbers-<series>`; within a year numbers run 1, 2, 3 … without gaps. */
export type NumberTaken = Fact<
  'NumberTaken',
  {
    /** Year in Asia/Shanghai, printed in the number. */
    readonly year: number;
    readonly serial: number;
    /** Stream of the thing that bears the number. */
    readonly holder: string;
  }
>;

export type NumberingEvent = NumberTaken;

export const numberingBasis: Readonly<Record<NumberingEvent['type'], readonly string[]>> = { NumberTaken: ['R0-3'] };
