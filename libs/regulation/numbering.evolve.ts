import type { NumberingEvent, NumberTaken } from '#libs/regulation/numbering.events';

export interface NumbersTaken {
  /** Last serial by year. */
  readonly last: Readonly<Record<number, number>>;
  /** Latest number by the stream that bears it. */
  readonly byHolder: Readonly<Record<string, NumberTaken['data']>>;
}

export const NO_NUMBERS: NumbersTaken = { last: {}, byHolder: {} };

export function evolveNumbering({ last, byHolder }: NumbersTaken, event: NumberingEvent): NumbersTaken {
  switch (event.type) {
    case 'NumberTaken': {
      const { year, serial, holder } = event.data;
      return { last: { ...last, [year]: serial }, byHolder: { ...byHolder, [holder]: event.data } };
    }
  }
}

/** The number that the holder has in the year, taken by an attempt that did not come to its end. */
export function heldIn({ byHolder }: NumbersTaken, holder: string, year: number): NumberTaken['data'] | undefined {
  const held = byHolder[holder];
  return held?.year === year ? held : undefined;
}
